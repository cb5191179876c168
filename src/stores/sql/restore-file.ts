import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import type { RestoreAnswer } from "../data-files.ts";
import { copySqlite } from "./copy-file.ts";
import { openSqliteFile, readDoneMigrations } from "./sqlite-file.ts";
import { swapFile } from "./swap-file.ts";
import { workspaceMigrations } from "./workspace-migrations.ts";

/** Works on a copy: the backup itself is only read. `path` is the workspace's file, there or not. */
export async function restoreFile(
  path: string,
  { from, at }: { from: string; at: Date },
): Promise<RestoreAnswer> {
  const folder = await mkdtemp(join(dirname(path), "restore-"));
  try {
    const copy = join(folder, "copy.sqlite");
    await copySqlite(from, copy);
    const flaw = findFlaw(copy);
    if (flaw !== undefined) return flaw;
    const db = await openSqliteFile(copy, workspaceMigrations);
    await db.destroy();
    const before = `${path}.before-restore-${at.toISOString().replaceAll(":", "-")}`;
    if (!existsSync(path)) {
      await swapFile(path, { by: copy });
      return { kind: "restored" };
    }
    await swapFile(path, { by: copy, keep: before });
    return { kind: "restored", before };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function findFlaw(path: string): RestoreAnswer | undefined {
  const sqlite = new Database(path);
  try {
    const done = readDoneMigrations(sqlite);
    const [first = ""] = Object.keys(workspaceMigrations);
    if (!done.includes(first)) return unsound("not-a-workspace", done.join(", "));
    const unknown = done.find((name) => !Object.hasOwn(workspaceMigrations, name));
    if (unknown !== undefined) return unsound("newer", unknown);
    const found = String(sqlite.pragma("integrity_check(1)", { simple: true }));
    if (found !== "ok") return unsound("damaged", found);
    const orphans = sqlite.pragma("foreign_key_check") as unknown[];
    return orphans.length > 0 ? unsound("damaged", "rows that belong to nothing") : undefined;
  } finally {
    sqlite.close();
  }
}

function unsound(why: Extract<RestoreAnswer, { kind: "unsound" }>["why"], detail: string): RestoreAnswer {
  return { kind: "unsound", why, detail };
}
