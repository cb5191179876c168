import { link, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { Fault } from "../../errors.ts";
import type { Migrations } from "./migrations.ts";
import { openKysely } from "./open-kysely.ts";
import { fromSqlite } from "./sqlite-fault.ts";

/** How long SQLite waits for another process's write. It blocks this process meanwhile. */
const busyTimeoutMs = 200;

/** Stands among the migrations of a file that holds the place of another one for a moment; see `swapFile`. */
export const movingMark = "moving";

/**
 * Opens one SQLite file, made if it is not there, at its newest schema. A file that an older version wrote is
 * copied to `<path>.before-<migration>` before it is migrated; one that a newer version wrote is a `store-newer`
 * fault, and nothing in it is changed.
 */
export async function openSqliteFile<Tables>(path: string, migrations: Migrations): Promise<Kysely<Tables>> {
  let sqlite: Database.Database | undefined;
  try {
    const size = await ensureFile(path);
    // SQLite takes an emptied file for a new one.
    if (size === 0) throw new Fault("store-damaged", `${path}: the file is empty`);
    sqlite = new Database(path, { timeout: busyTimeoutMs });
    const done = readDoneMigrations(sqlite);
    refuseNewer(done, { path, migrations });
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("cache_size = -1000");
    sqlite.pragma("foreign_keys = ON");
    sqlite.pragma("secure_delete = ON");
    const db = await openKysely<Tables>(sqlite);
    const next = Object.keys(migrations).sort()[done.length];
    if (next !== undefined && done.length > 0) await copyFile(sqlite, { to: `${path}.before-${next}`, done });
    if (next !== undefined) await migrate(db, migrations);
    return db;
  } catch (thrown) {
    sqlite?.close();
    throw fromSqlite(thrown, path);
  }
}

/** Makes the file if it is not there, and answers the size of one that was. */
async function ensureFile(path: string): Promise<number | undefined> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const size = await sizeOf(path);
  if (size === undefined) await makeFile(path);
  return size;
}

/** In one step, since a new file that got no further, however this process ends, would pass for an emptied one. */
async function makeFile(path: string): Promise<void> {
  const made = `${path}.new-${crypto.randomUUID()}`;
  try {
    const sqlite = new Database(made);
    sqlite.pragma("journal_mode = WAL");
    sqlite.close();
    await link(made, path);
  } catch (thrown) {
    // Another process was faster.
    if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
  } finally {
    await rm(made, { force: true });
  }
}

/** Undefined where there is no such file. */
async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.size;
}

/** Asked on every open, so without kysely's own look at the whole schema, which takes milliseconds. */
export function readDoneMigrations(sqlite: Database.Database): string[] {
  const table = sqlite.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  if (table === undefined) return [];
  return sqlite.prepare("select name from kysely_migration order by name").pluck().all() as string[];
}

function refuseNewer(
  done: readonly string[],
  { path, migrations }: { path: string; migrations: Migrations },
): void {
  const unknown = done.find((name) => !Object.hasOwn(migrations, name));
  if (unknown === undefined) return;
  if (unknown === movingMark) throw new Fault("store-busy", `${path}: the file is being replaced`);
  throw new Fault("store-newer", `${path} was written by a newer version (${unknown}); nothing was changed`);
}

/**
 * A copy of an earlier, failed attempt is replaced: the file is still what it was then. Where another process has
 * migrated it meanwhile, the copy that one made before stays.
 */
async function copyFile(
  sqlite: Database.Database,
  { to, done }: { to: string; done: readonly string[] },
): Promise<void> {
  const made = `${to}.new-${crypto.randomUUID()}`;
  try {
    await sqlite.backup(made, { progress: () => Number.MAX_SAFE_INTEGER });
    if (doneIn(made).length === done.length) await rename(made, to);
  } finally {
    await rm(made, { force: true });
  }
}

function doneIn(path: string): string[] {
  const sqlite = new Database(path);
  try {
    return readDoneMigrations(sqlite);
  } finally {
    sqlite.close();
  }
}

async function migrate<Tables>(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
