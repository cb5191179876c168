import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ProfileStore } from "../../../src/stores/profile-store.ts";
import { createSqlProfileStore } from "../../../src/stores/sql/profile-store.ts";
import { createWorkspaceFiles } from "../../../src/stores/sql/workspace-files.ts";
import { asSomebodyElse } from "../../support/as-somebody-else.ts";
import { acme, beta, leaveProfiles, namesIn, pathOf, save, storesIn } from "../../support/store-in.ts";
import {
  ageForward,
  bytesOf,
  damages,
  holdForWriting,
  holdWholly,
  setWritable,
} from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe.each(damages)("a file that is %s", (_what, damage) => {
  it("is called damaged by every method, and left as it is beside those of other workspaces", async () => {
    const folder = temporaryFolder();
    const path = await leaveProfiles(folder, ["Fintech", "Health"]);
    await leaveProfiles(folder, ["Freight"], beta);
    damage(path);
    const [before, files] = [bytesOf(path), readdirSync(dirname(path))];

    const stores = await storesIn(folder);
    for (const ask of everyMethod(stores.profilesOf(acme))) {
      await expect(ask()).rejects.toMatchObject({ name: "Fault", code: "store-damaged" });
    }
    expect(await namesIn(stores.profilesOf(beta))).toEqual(["Freight"]);
    await stores.close();
    expect(bytesOf(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(files);
  });
});

it("reads a read-only file, says so when it is to be written, and writes it once it may, without a restart", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  setWritable(path, false);
  const store = (await storesIn(folder)).profilesOf(acme);
  expect(await namesIn(store)).toEqual(["Fintech"]);
  await expect(save(store, { name: "Health" })).rejects.toMatchObject({ code: "store-read-only" });
  setWritable(path, true);
  expect(await save(store, { name: "Health" })).toMatchObject({ kind: "created", writesToday: 2 });
});

it("says that it cannot reach a file in a folder that it may not write, and can once it may", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  const files = createWorkspaceFiles(dirname(path));
  onTestFinished(() => files.close());
  const store = createSqlProfileStore(files, acme);
  await asSomebodyElse([folder, dirname(path), path], 0o555, async () => {
    await expect(namesIn(store)).rejects.toMatchObject({ code: "store-unreachable" });
  });
  expect(await namesIn(store)).toEqual(["Fintech"]);
});

it("refuses a file that a newer version wrote and changes no byte of it", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  ageForward(path);
  const before = bytesOf(path);
  const stores = await storesIn(folder);
  for (const ask of everyMethod(stores.profilesOf(acme))) {
    await expect(ask()).rejects.toMatchObject({
      code: "store-newer",
      message: `${path} was written by a newer version (999-from-the-future); nothing was changed`,
    });
  }
  expect(bytesOf(path)).toBe(before);
  expect(readdirSync(dirname(path))).toEqual(["T0ACME.sqlite"]);
});

it("waits a moment for another process's write, then says that the file is busy; nothing is half-written", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  const store = (await storesIn(folder)).profilesOf(acme);
  expect(await namesIn(store)).toEqual(["Fintech"]);
  const letGo = holdForWriting(path);
  const began = performance.now();
  await expect(save(store, { name: "Health" })).rejects.toMatchObject({ code: "store-busy" });
  expect(performance.now() - began).toBeGreaterThan(150);
  expect(await namesIn(store)).toEqual(["Fintech"]);
  letGo();
  expect(await save(store, { name: "Health" })).toMatchObject({ kind: "created", writesToday: 2 });
});

it("opens a file that was busy at the first attempt", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  const letGo = holdWholly(path);
  const store = (await storesIn(folder)).profilesOf(acme);
  await expect(namesIn(store)).rejects.toMatchObject({ code: "store-busy" });
  letGo();
  expect(await namesIn(store)).toEqual(["Fintech"]);
});

it("says that the disk is full, whichever of a profile's rows finds no room, and writes none of them", async () => {
  const folder = temporaryFolder();
  const files = createWorkspaceFiles(folder);
  onTestFinished(() => files.close());
  const store = createSqlProfileStore(files, acme);
  const industries = Array.from({ length: 50 }, (_, index) => `${index} `.padEnd(75, "x"));
  const draft = { industries, jobTitles: industries, description: "x".repeat(500) };
  await save(store, { name: "First", ...draft });
  for (let room = 0; room < 6; room += 1) {
    await files.use(acme, async (db) => {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
      await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + room}`).execute(db);
    });
    await expect(save(store, { name: "Second", ...draft })).rejects.toMatchObject({ code: "store-full" });
    expect(await namesIn(store)).toEqual(["First"]);
  }
  expect(await save(store, { name: "Second", ...draft })).toMatchObject({ kind: "created", writesToday: 2 });
});

it("starts anew where a new file could not be made", async () => {
  const folder = temporaryFolder();
  const store = (await storesIn(folder)).profilesOf(acme);
  const journal = `${pathOf(folder)}-journal`;
  mkdirSync(journal, { recursive: true });
  await expect(namesIn(store)).rejects.toMatchObject({ code: "store-unreachable" });
  rmdirSync(journal);
  expect(await namesIn(store)).toEqual([]);
});

it("says that it cannot reach a folder that is none, and can once it is one", async () => {
  const folder = temporaryFolder();
  const store = (await storesIn(folder)).profilesOf(acme);
  const place = join(folder, "workspaces");
  writeFileSync(place, "");
  await expect(namesIn(store)).rejects.toMatchObject({ code: "store-unreachable" });
  rmSync(place);
  expect(await namesIn(store)).toEqual([]);
});

function everyMethod(store: ProfileStore): (() => Promise<unknown>)[] {
  return [
    () => namesIn(store),
    () => save(store, { name: "Another" }),
    () => store.findByName("Fintech"),
    () => store.usedTerms("industries"),
    () => store.writesToday(new Date()),
    () => store.count(),
  ];
}
