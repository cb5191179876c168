import type { Database, Statement } from "better-sqlite3";
import type { DatabaseConnection, SqliteDatabase, TransactionSettings } from "kysely";
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from "kysely";
import { LRUCache } from "lru-cache";

/** Kysely on an open SQLite file, which is closed with it. */
export async function openKysely<Tables>(sqlite: Database): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new AtomicAdapter(),
      createDriver: () => new ImmediateDriver(sqlite),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  // Kysely closes only what was used.
  await db.connection().execute(async () => undefined);
  const others = sqlite.prepare<[], number>("pragma data_version").pluck();
  const own = sqlite.prepare<[], number>("select total_changes()").pluck();
  states.set(db, () => `${others.get()} ${own.get()}`);
  return db;
}

const states = new WeakMap<object, () => string>();

/**
 * Another one after every change of the file: SQLite counts this connection's changes and those of all others apart.
 * Asked past kysely, and not as one query, which SQLite would read anew within itself each time: either would take
 * longer than what it saves.
 */
export function stateOf<Tables>(db: Kysely<Tables>): string {
  const state = states.get(db);
  if (state === undefined) throw new Error("this is no open file, but a transaction on one");
  return state();
}

/** One step that sees one state of the file, however many queries it takes. */
export function readConsistently<Tables, Answer>(
  db: Kysely<Tables>,
  read: (db: Kysely<Tables>) => Promise<Answer>,
): Promise<Answer> {
  return db.transaction().setAccessMode("read only").execute(read);
}

/** Leaves nothing in the file's journal of what was deleted; false where somebody still reads what was before. */
export async function emptyJournal<Tables>(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}

/** SQLite reads a query's text once; how many words are searched for, or ids looked up, makes a few variants of some. */
function preparingOnce(sqlite: Database): SqliteDatabase {
  const prepared = new LRUCache<string, Statement<unknown[]>>({
    max: 100,
    memoMethod: (text) => sqlite.prepare(text),
  });
  return {
    prepare: (text) => prepared.memo(text) as ReturnType<SqliteDatabase["prepare"]>,
    close: () => void sqlite.close(),
  };
}

/** Lets a migration be one transaction, so that it is done in whole or not at all. */
class AtomicAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #sqlite: Database;

  constructor(sqlite: Database) {
    super({ database: preparingOnce(sqlite) });
    this.#sqlite = sqlite;
  }

  /** A deferred transaction that reads first cannot wait for a writer: it fails at its first write instead. */
  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    const begin = accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** SQLite rolls back by itself where the disk fails; a second time would fail and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}
