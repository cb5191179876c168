import type { Kysely } from "kysely";
import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { TermField } from "../../rules/profile.ts";
import type { UsedTerm } from "../../rules/vocabulary/suggest.ts";
import { readConsistently } from "./open-kysely.ts";
import type { WorkspaceTables } from "./tables.ts";

type Db = Kysely<WorkspaceTables>;

interface Kept {
  readonly state: string;
  readonly fields: Partial<Record<TermField, readonly UsedTerm[]>>;
}

/** By open file. 200,000 terms, with what is made of them elsewhere, take about 60 MB. */
const keptOf = new LRUCache<Db, Kept>({
  max: 32,
  maxSize: 200_000,
  sizeCalculation: ({ fields }) => Object.values(fields).reduce((size, terms) => size + terms.length, 1),
});

/**
 * One field's words over all profiles, the most used first: the same array again until somebody changes the file,
 * so that what was made of it stays good too.
 */
export function usedTerms(db: Db, field: TermField): Promise<readonly UsedTerm[]> {
  return readConsistently(db, async (read) => {
    const state = await readState(read);
    const kept = keptOf.get(db);
    const fields = kept?.state === state ? kept.fields : {};
    const terms = fields[field] ?? (await readTerms(read, field));
    keptOf.set(db, { state, fields: { ...fields, [field]: terms } });
    return terms;
  });
}

/** Another one after every change: SQLite counts this connection's changes and those of all others apart. */
async function readState(db: Db): Promise<string> {
  const counts = sql<{ state: string }>`
    select data_version || ' ' || total_changes() as state from pragma_data_version`;
  const { rows } = await counts.execute(db);
  return rows[0]?.state ?? "";
}

/** Spellings of one word are counted together and shown in the one that sorts first. */
function readTerms(db: Db, field: TermField): Promise<UsedTerm[]> {
  return db
    .selectFrom("profile_terms")
    .select((select) => [
      select.fn.min<string>("term").as("term"),
      select.fn.count<number>("profile_id").distinct().as("profiles"),
    ])
    .where("field", "=", field)
    .groupBy("term_key")
    .orderBy("profiles", "desc")
    .orderBy("term_key")
    .execute();
}
