import { expect, it } from "vitest";
import { UserId } from "../../../src/rules/people.ts";
import type { Stores } from "../../../src/stores/sql/stores.ts";
import { makeAccess } from "../../support/make-access.ts";
import { ana, ben, makeDraft } from "../../support/make-profile.ts";
import { acme, beta, pathOf, save, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const owen = UserId.parse("U0OWEN");
const at = new Date("2026-05-01T12:00:00Z");
const was = makeAccess();

it("keeps what was set, for one workspace alone, over a new start", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const access = stores.accessOf(acme);
  expect(await access.read()).toEqual({ revision: 0, set: {} });
  expect(await access.set({ revision: 0, was, change: { guestsMayLook: true }, by: ana, at })).toEqual({
    kind: "set",
  });
  await access.set({
    revision: 1,
    was: { ...was, guestsMayLook: true },
    change: { writers: "chosen", chosen: [ben] },
    by: owen,
    at,
  });
  expect(await stores.accessOf(beta).read()).toEqual({ revision: 0, set: {} });
  await stores.close();
  expect(await (await storesIn(folder)).accessOf(acme).read()).toEqual({
    revision: 2,
    set: { guestsMayLook: true, writers: "chosen", chosen: [ben] },
    changedBy: owen,
  });
});

it("lets only the first of two admins win who set something at the same time, whichever process they came to", async () => {
  const folder = temporaryFolder();
  const [one, other] = [await storesIn(folder), await storesIn(folder)];
  const answers = await Promise.all([
    one.accessOf(acme).set({ revision: 0, was, change: { guestsMayLook: true }, by: ana, at }),
    other.accessOf(acme).set({ revision: 0, was, change: { icpAdmins: [ben] }, by: owen, at }),
  ]);
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["set", "stale"]);
  expect((await one.accessOf(acme).read()).revision).toBe(1);
  expect(await one.auditOf(acme).all()).toHaveLength(1);
});

it("opens one request of a person, however often they ask, and another one after it is closed", async () => {
  const stores = await storesIn(temporaryFolder());
  const access = stores.accessOf(acme);
  const asked = await Promise.all(Array.from({ length: 5 }, () => access.request({ by: ben, at })));
  expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(asked.map(({ request }) => request.id)).size).toBe(1);
  const id = asked[0]?.request.id ?? "";
  await access.addCopies(id, [
    { channel: "D1", ts: "1.1" },
    { channel: "D2", ts: "1.2" },
  ]);
  expect(await access.findRequest(id)).toEqual({
    id,
    by: ben,
    askedAt: at.toISOString(),
    state: "open",
    copies: [
      { channel: "D1", ts: "1.1" },
      { channel: "D2", ts: "1.2" },
    ],
  });
  await access.close({ id, state: "withdrawn", by: ben, at, defaults: was });
  expect((await access.request({ by: ben, at })).isNew).toBe(true);
});

it("lists the requests that nobody has answered, the oldest first", async () => {
  const access = (await storesIn(temporaryFolder())).accessOf(acme);
  const later = new Date(at.getTime() + 1000);
  const first = (await access.request({ by: owen, at: later })).request;
  const answered = (await access.request({ by: ana, at })).request;
  const oldest = (await access.request({ by: ben, at })).request;
  await access.close({ id: answered.id, state: "denied", by: ana, at, defaults: was });
  expect(await access.openRequests()).toEqual([oldest, first]);
});

it("takes the first of two answers to a request, and lets the person write only if it was yes", async () => {
  const stores = await storesIn(temporaryFolder());
  const access = stores.accessOf(acme);
  const { id } = (await access.request({ by: ben, at })).request;
  const answers = await Promise.all([
    access.close({ id, state: "allowed", by: ana, at, defaults: was }),
    access.close({ id, state: "denied", by: owen, at, defaults: was }),
    access.close({ id, state: "allowed", by: ana, at, defaults: was }),
  ]);
  expect(answers.map(({ kind }) => kind)).toEqual(["closed", "closed-before", "closed-before"]);
  expect(answers[1]).toMatchObject({ request: { state: "allowed", closedBy: ana } });
  expect(await access.read()).toMatchObject({ revision: 1, set: { writers: "chosen", chosen: [ben] } });
  const history = await stores.auditOf(acme).all();
  expect(history.map(({ kind }) => kind)).toEqual(["access-requested", "access-allowed", "writers-set"]);
  expect(await access.close({ id: "none", state: "denied", by: ana, at, defaults: was })).toEqual({
    kind: "gone",
  });
});

it("adds nobody to the chosen where every member may write", async () => {
  const access = (await storesIn(temporaryFolder())).accessOf(acme);
  const { id } = (await access.request({ by: ben, at })).request;
  await access.close({ id, state: "allowed", by: ana, at, defaults: makeAccess({ writers: "members" }) });
  expect(await access.read()).toEqual({ revision: 0, set: {} });
});

it("chooses no more people than Slack can show, and leaves the request open", async () => {
  const access = (await storesIn(temporaryFolder())).accessOf(acme);
  const { id } = (await access.request({ by: ben, at })).request;
  const chosen = Array.from({ length: 100 }, (_, index) => UserId.parse(`U${index}`));
  const defaults = makeAccess({ writers: "chosen", chosen });
  expect(await access.close({ id, state: "allowed", by: ana, at, defaults })).toEqual({ kind: "full" });
  expect(await access.close({ id, state: "denied", by: ana, at, defaults })).toMatchObject({
    kind: "closed",
  });
});

it("tells of each change of a profile in the order it was made, and of nothing that was not", async () => {
  const stores = await storesIn(temporaryFolder());
  const profiles = stores.profilesOf(acme);
  const created = await save(profiles, { name: "Fintech" });
  await save(profiles, { name: "Fintech" });
  if (created.kind !== "created") throw new Error("it is new");
  const { id, revision } = created.profile;
  const draft = makeDraft({ name: "Fintech", isActive: false });
  await profiles.revise({ id, revision, draft, by: ben, at, writesPerDay: 200 });
  await profiles.revise({ id, revision, draft, by: ana, at, writesPerDay: 200 });
  await profiles.takeIn({ profiles: [{ draft: makeDraft({ name: "Health" }) }], by: "operator", at });
  expect(await stores.auditOf(acme).all()).toEqual(
    [
      { by: ana, kind: "profile-created", subject: "Fintech", before: "", after: "active" },
      { by: ben, kind: "profile-paused", subject: "Fintech", before: "active", after: "paused" },
      { by: "operator", kind: "profile-imported", subject: "Health", before: "", after: "active" },
    ].map((entry) => ({ at: at.toISOString(), ...entry })),
  );
});

it("pages the history, the newest first, and answers the last page for one past it", async () => {
  const stores = await storesIn(temporaryFolder());
  await fill(stores, 25);
  const audit = stores.auditOf(acme);
  const first = await audit.page({ page: 1, pageSize: 10 });
  expect(first).toMatchObject({ page: 1, pages: 3, total: 25 });
  expect(first.entries.map(({ after }) => after).slice(0, 2)).toEqual(["25", "24"]);
  const last = await audit.page({ page: 99, pageSize: 10 });
  expect(last.page).toBe(3);
  expect(last.entries.map(({ after }) => after)).toEqual(["5", "4", "3", "2", "1"]);
});

it("lets nobody change or take out an entry of the history, also not behind the app's back", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  await fill(stores, 1);
  for (const change of ["delete from audit", "update audit set by = 'U0EVE'"]) {
    expect(() => inSqlite(pathOf(folder), (sqlite) => sqlite.exec(change))).toThrow("only ever added to");
  }
  expect(await stores.auditOf(acme).all()).toHaveLength(1);
});

async function fill(stores: Stores, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const after = String(number);
    const entry = { kind: "plan-set", subject: "", before: "", after } as const;
    await stores.auditOf(acme).note({ at: at.toISOString(), by: "operator", ...entry });
  }
}
