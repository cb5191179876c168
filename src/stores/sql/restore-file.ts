import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import type { TeamId } from "../../rules/people.ts";
import type { RestoreAnswer } from "../data-files.ts";
import { copySqlite } from "./copy-file.ts";
import { openSqliteFile, readDoneMigrations } from "./sqlite-file.ts";
import { swapFile } from "./swap-file.ts";
import { readWhose } from "./whose-file.ts";
import { workspaceMigrations } from "./workspace-migrations.ts";

/** Works on a copy: the backup itself is only read. `path` is the workspace's file, there or not. */
export async function restoreFile(
  path: string,
  { teamId, from, at }: { teamId: TeamId; from: string; at: Date },
): Promise<RestoreAnswer> {
  const folder = await mkdtemp(join(dirname(path), "restore-"));
  try {
    const copy = join(folder, "copy.sqlite");
    await copySqlite(from, copy);
    const looked = look(copy);
    if (looked.kind !== "sound") return looked;
    const { whose } = looked;
    if (whose !== undefined && whose !== teamId) return { kind: "foreign", whose };
    const isWhoseKnown = whose !== undefined;
    const db = await openSqliteFile(copy, workspaceMigrations);
    await db.destroy();
    const before = `${path}.before-restore-${at.toISOString().replaceAll(":", "-")}`;
    if (!existsSync(path)) {
      await swapFile(path, { by: copy });
      return { kind: "restored", isWhoseKnown };
    }
    await swapFile(path, { by: copy, keep: before });
    return { kind: "restored", before, isWhoseKnown };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Unsound = Extract<RestoreAnswer, { kind: "unsound" }>;

function look(path: string): Unsound | { readonly kind: "sound"; readonly whose: string | undefined } {
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
    if (orphans.length > 0) return unsound("damaged", "rows that belong to nothing");
    return { kind: "sound", whose: readWhose(sqlite) };
  } finally {
    sqlite.close();
  }
}

function unsound(why: Unsound["why"], detail: string): Unsound {
  return { kind: "unsound", why, detail };
}
