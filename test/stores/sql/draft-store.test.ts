import { expect, it } from "vitest";
import { ProfileId } from "../../../src/rules/profile.ts";
import { folderText } from "../../support/folder-text.ts";
import { leaveOlder } from "../../support/leave-older.ts";
import { ana, ben, makeDraft } from "../../support/make-profile.ts";
import { acme, beta, pathOf, save, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const at = new Date("2026-05-01T12:00:00.000Z");
const later = new Date(at.getTime() + 1);
const since = new Date(at.getTime() - 1);
const fresh = { about: "" } as const;

it("keeps for each person the last thing filled in, until it is too old", async () => {
  const folder = temporaryFolder();
  const drafts = (await storesIn(folder)).draftsOf(acme);
  const [older, newer] = [makeDraft({ name: "Older" }), { countries: ["Chile"] }];
  for (const values of [older, newer]) await drafts.keep({ values, by: ben, ...fresh, at });
  const kept = { values: newer, keptAt: at.toISOString() };
  expect(await drafts.find({ by: ben, ...fresh, since })).toEqual(kept);
  expect(await drafts.find({ by: ana, ...fresh, since })).toBeUndefined();
  expect(await drafts.find({ by: ben, ...fresh, since: at })).toBeUndefined();
  await drafts.keep({ values: older, by: ana, ...fresh, at: later });
  expect(await drafts.forgetOld(at)).toBe(true);
  expect(await drafts.forgetOld(at)).toBe(false);
  expect(await drafts.find({ by: ben, ...fresh, since })).toBeUndefined();
  expect(await drafts.find({ by: ana, ...fresh, since })).toMatchObject({ values: older });
  expect(folderText(folder)).not.toContain("Chile");
});

it("keeps what becomes a new profile apart from each profile that is being changed, and from other workspaces", async () => {
  const stores = await storesIn(temporaryFolder());
  const drafts = stores.draftsOf(acme);
  const about = ProfileId.parse(crypto.randomUUID());
  await drafts.keep({ values: { name: "New" }, by: ben, ...fresh, at });
  await drafts.keep({ values: { name: "Changed" }, by: ben, about, at });
  await drafts.forget({ by: ben, ...fresh });
  expect(await drafts.find({ by: ben, ...fresh, since })).toBeUndefined();
  expect(await drafts.find({ by: ben, about, since })).toMatchObject({ values: { name: "Changed" } });
  expect(await stores.draftsOf(beta).find({ by: ben, about, since })).toBeUndefined();
});

it("lists what somebody has changed and not saved, the newest first, with what they made it from", async () => {
  const drafts = (await storesIn(temporaryFolder())).draftsOf(acme);
  const [one, other, late] = [0, 1, 2].map(() => ProfileId.parse(crypto.randomUUID())) as [
    ProfileId,
    ProfileId,
    ProfileId,
  ];
  await drafts.keep({ values: { name: "New" }, by: ben, ...fresh, at });
  await drafts.keep({ values: { name: "One" }, revision: 3, reason: "Too wide", by: ben, about: one, at });
  await drafts.keep({ values: { name: "Other" }, by: ben, about: other, at: later });
  await drafts.keep({ values: { name: "Ana’s" }, by: ana, about: one, at });
  await drafts.keep({ values: { name: "Too old" }, by: ben, about: late, at: since });
  expect(await drafts.ofChanges({ by: ben, since })).toEqual([
    { about: other, values: { name: "Other" }, keptAt: later.toISOString() },
    { about: one, values: { name: "One" }, revision: 3, reason: "Too wide", keptAt: at.toISOString() },
  ]);
});

it("lets lists that are kept in memory stay good, since no profile changes with a draft", async () => {
  const stores = await storesIn(temporaryFolder());
  const profiles = stores.profilesOf(acme);
  await save(profiles, { name: "Fintech" });
  const names = await profiles.names();
  await stores.draftsOf(acme).keep({ values: { name: "New" }, by: ben, ...fresh, at });
  expect(await profiles.names()).toBe(names);
  await stores.draftsOf(acme).forget({ by: ben, ...fresh });
  expect(await profiles.names()).toBe(names);
});

it("finds what an older version had kept for a new profile", async () => {
  const folder = temporaryFolder();
  const draft = makeDraft({ name: "Kept before" });
  await leaveOlder(folder, "008");
  inSqlite(pathOf(folder), (sqlite) => {
    sqlite.prepare("insert into drafts values (?, ?, ?)").run(ben, JSON.stringify(draft), at.toISOString());
  });
  const drafts = (await storesIn(folder)).draftsOf(acme);
  expect(await drafts.find({ by: ben, ...fresh, since })).toMatchObject({ values: draft });
});

it("lets go of what was typed about a profile that is deleted for good", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const store = stores.profilesOf(acme);
  const made = await save(store, { name: "Fintech DACH" });
  if (made.kind !== "created") throw new Error("it is kept here");
  const { id, revision } = made.profile;
  await stores.draftsOf(acme).keep({ values: { description: "Quokkas" }, by: ben, about: id, at });
  await store.archive.put({ id, revision, by: ana, at });
  await store.archive.remove({ id, by: ana, at });
  await store.archive.wipe();
  expect(folderText(folder)).not.toContain("Quokkas");
});
