import { openSqliteFile } from "../../src/stores/sql/sqlite-file.ts";
import { workspaceMigrations } from "../../src/stores/sql/workspace-migrations.ts";
import { pathOf } from "./store-in.ts";

/** Leaves a workspace's empty file in the folder as the last version wrote it that did not know this migration. */
export async function leaveOlder(folder: string, migration: string): Promise<void> {
  const before = Object.entries(workspaceMigrations).filter(([name]) => name < migration);
  const db = await openSqliteFile(pathOf(folder), Object.fromEntries(before));
  await db.destroy();
}
