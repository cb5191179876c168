import { rm } from "node:fs/promises";
import Database from "better-sqlite3";
import type { DatabaseConnection, TransactionSettings } from "kysely";
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { Migrator } from "kysely/migration";
import { Fault } from "../../errors.ts";
import type { Migrations } from "./migrations.ts";
import { fromSqlite } from "./sqlite-fault.ts";

/** How long SQLite waits for another process's write. It blocks this process meanwhile. */
const busyTimeoutMs = 200;

/**
 * Opens one SQLite file, made if it is not there, at its newest schema. A file that an older version wrote is
 * copied to `<path>.before-<migration>` before it is migrated; one that a newer version wrote is a `store-newer`
 * fault.
 */
export async function openSqliteFile<Tables>(path: string, migrations: Migrations): Promise<Kysely<Tables>> {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(path, { timeout: busyTimeoutMs });
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("cache_size = -1000");
    sqlite.pragma("foreign_keys = ON");
    const db = openKysely<Tables>(sqlite);
    await migrate(sqlite, { db, path, migrations });
    return db;
  } catch (thrown) {
    sqlite?.close();
    throw fromSqlite(thrown, path);
  }
}

async function migrate<Tables>(
  sqlite: Database.Database,
  { db, path, migrations }: { db: Kysely<Tables>; path: string; migrations: Migrations },
): Promise<void> {
  const known = Object.keys(migrations).sort();
  const done = readDoneMigrations(sqlite);
  const unknown = done.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Fault(
      "store-newer",
      `${path} was written by a newer version (${unknown}); nothing was changed`,
    );
  }
  const next = known[done.length];
  if (next === undefined) return;
  if (done.length > 0) await copyFile(sqlite, `${path}.before-${next}`);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Asked on every open, so without kysely's own look at the whole schema, which takes milliseconds. */
function readDoneMigrations(sqlite: Database.Database): string[] {
  const table = sqlite.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (table === undefined) return [];
  return sqlite.prepare("select name from kysely_migration order by name").pluck().all() as string[];
}

/** A copy of an earlier, failed attempt is replaced: the file is still what it was then. */
async function copyFile(sqlite: Database.Database, target: string): Promise<void> {
  await rm(target, { force: true });
  await sqlite.backup(target);
}

function openKysely<Tables>(sqlite: Database.Database): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new ImmediateDriver({ database: sqlite }),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** A deferred transaction that reads first cannot wait for a writer: it fails at its first write instead. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    const begin = accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}
