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
  const source = await openSource(from);
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyInto(source, { from, made });
    await chmod(made, 0o600);
    if (mayReplace) await rename(made, to);
    else await link(made, to);
    return true;
  } catch (thrown) {
    // Its folder may be called as a file is; only `link` says that of the file itself.
    const { code, syscall } = thrown as NodeJS.ErrnoException;
    if (code === "EEXIST" && syscall === "link") return false;
    throw fromSqlite(thrown, to);
  } finally {
    source.close();
    // What hindered the copy may hinder this too, and is what has to be told.
    await rm(made, { force: true }).catch(() => undefined);
  }
}

async function openSource(from: string): Promise<Database.Database> {
  let source: Database.Database | undefined;
  try {
    if ((await stat(from)).size === 0) throw new Fault("store-damaged", `${from}: the file is empty`);
    source = new Database(from, { fileMustExist: true, timeout: patienceMs });
    // SQLite reads nothing of a file before it is asked something.
    source.prepare("select 1 from sqlite_master").get();
    return source;
  } catch (thrown) {
    source?.close();
    throw fromSqlite(thrown, from);
  }
}

/** What lies with the file that is read. */
const sourcesOwn = /^SQLITE_(?:BUSY|CORRUPT|LOCKED|NOTADB)/;

async function copyInto(
  source: Database.Database,
  { from, made }: { from: string; made: string },
): Promise<void> {
  try {
    // In one step: a copy in several starts anew whenever the bot writes meanwhile.
    await source.backup(made, { progress: () => Number.MAX_SAFE_INTEGER });
  } catch (thrown) {
    if (sourcesOwn.test(String((thrown as { code?: unknown }).code))) throw fromSqlite(thrown, from);
    throw thrown;
  }
  const copy = new Database(made);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
