import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { StartProblem } from "../../errors.ts";
import { fromSqlite } from "./sqlite-fault.ts";

/** Who keeps a folder for itself, each beside the other. */
const holders = {
  bot: { file: "bot.lock", remedy: "set DATA_DIR" },
  sandbox: { file: "sandbox.lock", remedy: "choose another folder with --data" },
} as const;

/**
 * Makes this process the only bot, or the only sandbox, on the data folder. SQLite's lock on an open file serves as ours, because the
 * operating system lets go of it however the process ends, which a file with a process id in it does not.
 */
export async function lockDataFolder(
  folder: string,
  holder: keyof typeof holders = "bot",
): Promise<{ release(): void }> {
  const { file, remedy } = holders[holder];
  const path = join(folder, file);
  let lock: Database.Database | undefined;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Longer than the look of an operator's command, which must not pass for another bot.
    lock = new Database(path, { timeout: 200 });
    lock.pragma("journal_mode = DELETE");
    lock.exec("begin exclusive");
    const held = lock;
    return { release: () => void held.close() };
  } catch (thrown) {
    lock?.close();
    const fault = fromSqlite(thrown, path);
    if (fault.code !== "store-busy") throw fault;
    throw new StartProblem(`Another ${holder} is running on ${folder}. Stop it, or ${remedy}.`);
  }
}

/** Whether a bot is running on the folder. Asked without taking the lock for longer than a look. */
export function isDataFolderLocked(folder: string): boolean {
  const path = join(folder, holders.bot.file);
  if (!existsSync(path)) return false;
  let lock: Database.Database | undefined;
  try {
    lock = new Database(path, { timeout: 0, fileMustExist: true });
    lock.prepare("select count(*) from sqlite_master").get();
    return false;
  } catch (thrown) {
    return fromSqlite(thrown, path).code === "store-busy";
  } finally {
    lock?.close();
  }
}
