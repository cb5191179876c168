import { chmod, link, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Fault } from "../../errors.ts";
import { fromSqlite } from "./sqlite-fault.ts";

/** How long an operator's command waits for the bot's writes. */
export const patienceMs = 5000;

/**
 * Copies a SQLite file as it is at one moment, with what stands only in its journal yet, into one file without a
 * journal; `false` where a file is in the way. Whatever happens, no half of a copy stands under that name.
 */
export async function copySqlite(from: string, to: string, { mayReplace = false } = {}): Promise<boolean> {
  const made = `${to}.new-${crypto.randomUUID()}`;
  try {
    if ((await stat(from)).size === 0) throw new Fault("store-damaged", `${from}: the file is empty`);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyInto(from, made);
    await chmod(made, 0o600);
    if (mayReplace) await rename(made, to);
    else await link(made, to);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw fromSqlite(thrown, from);
  } finally {
    await rm(made, { force: true });
  }
}

async function copyInto(from: string, made: string): Promise<void> {
  const source = new Database(from, { fileMustExist: true, timeout: patienceMs });
  try {
    // In one step: a copy in several starts anew whenever the bot writes meanwhile.
    await source.backup(made, { progress: () => Number.MAX_SAFE_INTEGER });
  } finally {
    source.close();
  }
  const copy = new Database(made);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
