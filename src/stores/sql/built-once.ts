import type { Compilable, CompiledQuery, Kysely } from "kysely";

/** Stands in a query for a value that is given each time it runs. */
class Place {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/**
 * A query that always reads alike and runs with other values: building and printing one anew takes several times as
 * long as SQLite takes to run it. `build` may hand the values on, and not look at them.
 */
export function builtOnce<Tables, Values extends object, Row>(
  build: (db: Kysely<Tables>, values: Values) => Compilable<Row>,
): (db: Kysely<Tables>, values: Values) => Promise<Row[]> {
  let built: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    built ??= build(db, places as Values).compile() as CompiledQuery<Row>;
    const given = values as Readonly<Record<PropertyKey, unknown>>;
    const parameters = built.parameters.map((each) => (each instanceof Place ? given[each.name] : each));
    const { rows } = await db.executeQuery<Row>({ ...built, parameters });
    return rows;
  };
}

const places: object = new Proxy({}, { get: (_, name) => new Place(name) });
