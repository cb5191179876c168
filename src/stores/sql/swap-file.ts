import { existsSync, renameSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { copySqlite, patienceMs } from "./copy-file.ts";
import { fromSqlite } from "./sqlite-fault.ts";
import { movingMark } from "./sqlite-file.ts";

/** Longer than a writer waits for the file (`busyTimeoutMs`), counted from its look at the file's identity. */
export const swapGraceMs = 600;

/**
 * Puts `by` in the place of the SQLite file at `path`, or nothing, and leaves a copy of what was there at `keep`.
 * Nobody's write is lost unseen: who wants to write meanwhile is told that the file is busy, and who has the old
 * file open finds after writing, and at its next use, that the path holds another one.
 */
export async function swapFile(
  path: string,
  { by, keep, graceMs = swapGraceMs }: { by?: string; keep?: string; graceMs?: number },
): Promise<void> {
  const held = holdWrites(path);
  try {
    if (keep !== undefined) await keepCopy(path, { keep, isSound: held !== undefined });
    // All of this in one go, so that few can come between.
    const barrier = placeBarrier(path);
    try {
      rmSync(`${path}-wal`, { force: true });
      rmSync(`${path}-shm`, { force: true });
      if (by === undefined) rmSync(path);
      else renameSync(by, path);
    } finally {
      barrier.close();
    }
    if (held !== undefined) await setTimeout(graceMs);
  } catch (thrown) {
    throw fromSqlite(thrown, path);
  } finally {
    held?.close();
  }
}

/** Undefined where there is nothing, or nothing that could be locked. */
function holdWrites(path: string): Database.Database | undefined {
  if (!existsSync(path)) return undefined;
  const sqlite = new Database(path, { timeout: patienceMs });
  try {
    sqlite.exec("begin immediate");
    return sqlite;
  } catch (thrown) {
    sqlite.close();
    const fault = fromSqlite(thrown, path);
    if (fault.code === "store-damaged") return undefined;
    throw fault;
  }
}

async function keepCopy(path: string, { keep, isSound }: { keep: string; isSound: boolean }): Promise<void> {
  if (isSound && (await copySqlite(path, keep).catch(() => false))) return;
  await copyFile(path, keep);
  if (existsSync(`${path}-wal`)) await copyFile(`${path}-wal`, `${keep}-wal`);
}

/**
 * A file that nobody can read, in the path's place while the old journal goes: SQLite would take it for the
 * journal of whichever file stands there. Who waited for the barrier meets its mark, which says that it is busy.
 */
function placeBarrier(path: string): Database.Database {
  const made = `${path}.new-${crypto.randomUUID()}`;
  const barrier = new Database(made);
  try {
    barrier.exec("create table kysely_migration (name text)");
    barrier.prepare("insert into kysely_migration values (?)").run(movingMark);
    barrier.exec("begin exclusive");
    renameSync(made, path);
    return barrier;
  } catch (thrown) {
    barrier.close();
    rmSync(made, { force: true });
    throw thrown;
  }
}
