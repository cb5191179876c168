import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Fault } from "../../../src/errors.ts";
import { createDataFiles } from "../../../src/stores/sql/data-files.ts";
import { acme, beta, leaveProfiles, namesIn, pathOf, save, storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const at = new Date("2026-05-01T12:00:00Z");

it("loses no save that was acknowledged while a backup took the file's place", async () => {
  const folder = temporaryFolder();
  await leaveProfiles(folder, ["Fintech"]);
  const files = createDataFiles(folder);
  const backup = join(folder, "backup.sqlite");
  await files.backUp({ teamId: acme, to: backup, mayReplace: false });
  const store = (await storesIn(folder)).profilesOf(acme);

  let isRestored = false;
  const restoring = files.restore({ teamId: acme, from: backup, at }).finally(() => {
    isRestored = true;
  });
  const acknowledged: string[] = [];
  for (let turn = 1; !isRestored; turn += 1) {
    const saved = await save(store, { name: `No. ${turn}` }).catch((thrown: Fault) => thrown);
    if (saved instanceof Fault) expect(saved.code).toBe("store-busy");
    else if (saved.kind === "created") acknowledged.push(`No. ${turn}`);
    await new Promise(setImmediate);
  }
  const answer = await restoring;

  const kept = answer.kind === "restored" ? String(answer.before) : "";
  const elsewhere = temporaryFolder();
  await createDataFiles(elsewhere).restore({ teamId: acme, from: kept, at });
  const replaced = (await storesIn(elsewhere)).profilesOf(acme);
  const found = new Set([...(await namesIn(replaced)), ...(await namesIn(store))]);
  expect(acknowledged.filter((name) => !found.has(name))).toEqual([]);
  expect(found).toContain("Fintech");
});

it("lets a store that had the file open begin anew once it was removed", async () => {
  const folder = temporaryFolder();
  const path = await leaveProfiles(folder, ["Fintech"]);
  const store = (await storesIn(folder)).profilesOf(acme);
  expect(await namesIn(store)).toEqual(["Fintech"]);
  expect(await createDataFiles(folder).remove(acme)).toEqual([path]);
  expect(await namesIn(store)).toEqual([]);
  expect(await save(store, { name: "Health" })).toMatchObject({ kind: "created" });
  expect(await namesIn((await storesIn(folder)).profilesOf(acme))).toEqual(["Health"]);
});

it("backs up all others where some files are damaged, and names those", async () => {
  const folder = temporaryFolder();
  const damaged = await leaveProfiles(folder, ["Fintech"]);
  await leaveProfiles(folder, ["Retail"], beta);
  writeFileSync(damaged, "Dear diary, this is no database.\n".repeat(300));
  const to = temporaryFolder();
  const answer = await createDataFiles(folder).backUpAll({ to, mayReplace: false });
  expect(answer).toMatchObject({
    kind: "incomplete",
    files: [{ path: join(to, "control.sqlite") }, { path: pathOf(to, beta) }],
    missing: [{ code: "store-damaged", message: expect.stringContaining(damaged) }],
  });
  expect(await namesIn((await storesIn(to)).profilesOf(beta))).toEqual(["Retail"]);
});

it("names the place that a backup can’t be written to, not the file that is read", async () => {
  const folder = temporaryFolder();
  await leaveProfiles(folder, ["Fintech"]);
  const text = join(folder, "diary.txt");
  writeFileSync(text, "Dear diary");
  const to = join(text, "acme.sqlite");
  const asked = createDataFiles(folder).backUp({ teamId: acme, to, mayReplace: false });
  await expect(asked).rejects.toMatchObject({
    code: "store-unreachable",
    message: expect.stringContaining(`${to}: `),
  });
  // The copy has a longer name before it is whole, which no disk takes, and which can't be removed either.
  const long = join(temporaryFolder(), `${"a".repeat(240)}.sqlite`);
  await expect(
    createDataFiles(folder).backUp({ teamId: acme, to: long, mayReplace: false }),
  ).rejects.toMatchObject({ code: "store-unreachable", message: expect.stringContaining(`${long}: `) });
});
