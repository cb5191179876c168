import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Migrations } from "../../../src/stores/sql/migrations.ts";
import { openSqliteFile } from "../../../src/stores/sql/sqlite-file.ts";
import type { WorkspaceTables } from "../../../src/stores/sql/tables.ts";
import { workspaceMigrations } from "../../../src/stores/sql/workspace-migrations.ts";
import { openDatabasesIn, tellsOpenFiles } from "../../support/open-files.ts";
import { leaveProfiles, pathOf } from "../../support/store-in.ts";
import { bytesOf, inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const later: Migrations = {
  ...workspaceMigrations,
  "900-shouting": {
    async up(db: Kysely<unknown>) {
      await sql`update profiles set name = upper(name)`.execute(db);
    },
  },
};

const laterButBroken: Migrations = {
  ...later,
  "901-broken": {
    async up(db: Kysely<unknown>) {
      await sql`delete from profiles`.execute(db);
      await sql`select nonsense`.execute(db);
    },
  },
};

it("writes what it acknowledged to the disk, keeps its cache small, and enforces what belongs together", async () => {
  const db = await openSqliteFile<WorkspaceTables>(join(temporaryFolder(), "a.sqlite"), workspaceMigrations);
  const [full, on] = [2, 1];
  expect(await pragma(db, "journal_mode")).toBe("wal");
  expect(await pragma(db, "synchronous")).toBe(full);
  expect(await pragma(db, "cache_size")).toBe(-1000);
  expect(await pragma(db, "busy_timeout")).toBe(200);
  expect(await pragma(db, "foreign_keys")).toBe(on);
  await db.destroy();
});

it("makes no copy of a new file, nor of one that needs no migration", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  await leaveProfiles(folder, ["Health"]);
  expect(readdirSync(join(path, ".."))).toEqual(["T0ACME.sqlite"]);
});

it("keeps a copy of the file as it was before a migration", async () => {
  const path = await leaveProfiles(temporaryFolder(), ["Fintech", "Health"]);
  expect(await namesAt(path, later)).toEqual(["FINTECH", "HEALTH"]);
  expect(readNames(`${path}.before-900-shouting`)).toEqual(["Fintech", "Health"]);
  expect(await namesAt(`${path}.before-900-shouting`, workspaceMigrations)).toEqual(["Fintech", "Health"]);
});

it("copies also what stands only in the journal yet", async () => {
  const path = await leaveProfiles(temporaryFolder(), ["Fintech"]);
  const writer = await openSqliteFile<WorkspaceTables>(path, workspaceMigrations);
  await writer.updateTable("profiles").set({ name: "Written last" }).execute();
  expect(await namesAt(path, later)).toEqual(["WRITTEN LAST"]);
  expect(readNames(`${path}.before-900-shouting`)).toEqual(["Written last"]);
  await writer.destroy();
});

it("keeps the copy where somebody else migrates the file at the same moment, a little earlier or later", async () => {
  for (let turns = 0; turns < 10; turns += 1) {
    const path = await leaveProfiles(temporaryFolder(), ["Fintech"]);
    const late = async () => {
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
      return openSqliteFile<WorkspaceTables>(path, later);
    };
    const opened = await Promise.all([openSqliteFile<WorkspaceTables>(path, later), late()]);
    for (const db of opened) await db.destroy();
    expect(readNames(`${path}.before-900-shouting`)).toEqual(["Fintech"]);
    expect(readdirSync(join(path, ".."))).toEqual(["T0ACME.sqlite", "T0ACME.sqlite.before-900-shouting"]);
  }
});

it("leaves all as it was when a migration fails, and can migrate once it is mended", async () => {
  const path = await leaveProfiles(temporaryFolder(), ["Fintech"]);
  await expect(openSqliteFile(path, laterButBroken)).rejects.toThrow("nonsense");
  expect(readNames(path)).toEqual(["Fintech"]);
  expect(readNames(`${path}.before-900-shouting`)).toEqual(["Fintech"]);
  expect(await namesAt(path, later)).toEqual(["FINTECH"]);
});

it("refuses a file that a version with a later migration wrote, even where nothing else is new", async () => {
  const path = await leaveProfiles(temporaryFolder(), ["Fintech"]);
  await namesAt(path, later);
  const before = bytesOf(path);
  await expect(openSqliteFile(path, workspaceMigrations)).rejects.toMatchObject({ code: "store-newer" });
  expect(bytesOf(path)).toBe(before);
});

it.runIf(tellsOpenFiles)("lets go of the file when closed, though nothing was asked of it", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  const db = await openSqliteFile(path, workspaceMigrations);
  expect(openDatabasesIn(folder)).toEqual([path]);
  await db.destroy();
  expect(openDatabasesIn(folder)).toEqual([]);
  expect(existsSync(`${pathOf(folder)}-wal`)).toBe(false);
});

async function pragma(db: Kysely<WorkspaceTables>, name: string): Promise<unknown> {
  const { rows } = await sql.raw<object>(`pragma ${name}`).execute(db);
  return Object.values(rows[0] ?? {})[0];
}

/** The names in the file after it was opened, and migrated if need be. */
async function namesAt(path: string, migrations: Migrations): Promise<string[]> {
  const db = await openSqliteFile<WorkspaceTables>(path, migrations);
  const rows = await db.selectFrom("profiles").select("name").orderBy("name").execute();
  await db.destroy();
  return rows.map(({ name }) => name);
}

/** The names in the file as it stands. */
function readNames(path: string): unknown {
  return inSqlite(path, (sqlite) => sqlite.prepare("select name from profiles order by name").pluck().all());
}
