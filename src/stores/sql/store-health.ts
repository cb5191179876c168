import { stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Fault } from "../../errors.ts";
import type { TeamId } from "../../rules/people.ts";
import type { StoreHealth } from "../store-health.ts";
import { namesIn } from "./data-files.ts";
import { fromSqlite } from "./sqlite-fault.ts";

/** The health of the files of one data folder. */
export function createStoreHealth(folder: string): StoreHealth {
  const inside = join(folder, "workspaces");
  const pathOf = (teamId: TeamId) => join(inside, `${teamId}.sqlite`);
  return {
    kind: "SQLite",
    async measure(teamId) {
      try {
        const { size } = await stat(pathOf(teamId));
        const journal = await stat(`${pathOf(teamId)}-wal`).catch(() => ({ size: 0 }));
        const { bavail, bsize } = await statfs(inside);
        const lastCopyAt = await newest(inside, `${teamId}.sqlite.`);
        return {
          bytes: size + journal.size,
          freeBytes: bavail * bsize,
          ...(lastCopyAt === undefined ? {} : { lastCopyAt }),
        };
      } catch (thrown) {
        throw fromSqlite(thrown, pathOf(teamId));
      }
    },
    async tryWriting(teamId) {
      const path = pathOf(teamId);
      let sqlite: Database.Database | undefined;
      try {
        if ((await stat(path)).size === 0) throw new Fault("store-damaged", `${path}: the file is empty`);
        sqlite = new Database(path, { fileMustExist: true, timeout: 200 });
        sqlite.exec("begin immediate; rollback");
      } catch (thrown) {
        throw fromSqlite(thrown, path);
      } finally {
        sqlite?.close();
      }
    },
  };
}

/** When the newest file was changed whose name begins so. */
async function newest(folder: string, beginning: string): Promise<string | undefined> {
  const copies = (await namesIn(folder)).filter((name) => name.startsWith(beginning));
  const times = await Promise.all(copies.map(async (name) => (await stat(join(folder, name))).mtime));
  return times
    .map((time) => time.toISOString())
    .sort()
    .at(-1);
}
