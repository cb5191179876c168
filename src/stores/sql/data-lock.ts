import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { StartProblem } from "../../errors.ts";
import { fromSqlite } from "./sqlite-fault.ts";

/**
 * Makes this process the only bot on the data folder. SQLite's lock on an open file serves as ours, because the
 * operating system lets go of it however the process ends, which a file with a process id in it does not.
 */
export async function lockDataFolder(folder: string): Promise<{ release(): void }> {
  const path = join(folder, "bot.lock");
  let lock: Database.Database | undefined;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    lock = new Database(path, { timeout: 0 });
    lock.pragma("journal_mode = DELETE");
    lock.exec("begin exclusive");
    const held = lock;
    return { release: () => void held.close() };
  } catch (thrown) {
    lock?.close();
    const fault = fromSqlite(thrown, path);
    if (fault.code !== "store-busy") throw fault;
    throw new StartProblem(`Another bot is running on ${folder}. Stop it, or set DATA_DIR.`);
  }
}
