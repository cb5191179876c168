import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { expect, it } from "vitest";
import type { ProfileId } from "../../../src/rules/profile.ts";
import type { CreateAnswer } from "../../../src/stores/profile-store.ts";
import { openStores } from "../../../src/stores/sql/stores.ts";
import { ana, makeDraft } from "../../support/make-profile.ts";
import { describeOverlaps } from "../../support/overlap-contract.ts";
import { acme, beta, save, storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describeOverlaps("SQLite", async () => (await open()).store);

const targets = { industries: ["SaaS"], countries: ["Chile"] };
const at = new Date("2026-05-02T12:00:00Z");

it("follows every change of a profile: what Ana changed, archived, took back and let go of", async () => {
  const { store } = await open();
  const { id } = created(await save(store, { name: "Chile", ...targets }));
  const found = async () => (await store.findOverlap({ targets }))?.profile.name;
  expect(await found()).toBe("Chile");
  const draft = makeDraft({ name: "Peru", ...targets, countries: ["Peru"] });
  await store.revise({ id, revision: 1, draft, by: ana, at, writesPerDay: 9 });
  expect(await found()).toBeUndefined();
  const again = { ...draft, countries: ["Peru", "Chile"] };
  await store.revise({ id, revision: 2, draft: again, by: ana, at, writesPerDay: 9 });
  expect(await found()).toBe("Peru");
  await store.archive.put({ id, revision: 3, by: ana, at });
  expect(await found()).toBeUndefined();
  await store.archive.takeBack({ id, revision: 4, by: ana, at });
  expect(await found()).toBe("Peru");
  await store.archive.put({ id, revision: 5, by: ana, at });
  await store.archive.remove({ id, by: ana, at });
  expect(await found()).toBeUndefined();
});

it("finds what another process takes in beside it, more than it reads in one step", async () => {
  const { folder, store } = await open();
  expect(await store.findOverlap({ targets })).toBeUndefined();
  await takeInMany(folder);
  expect((await store.findOverlap({ targets }))?.profile.name).toBe("P600");
});

it("keeps no form of Ana’s waiting for many profiles, and has read them for the next one", async () => {
  const { folder, store } = await open();
  await takeInMany(folder);
  expect(await store.findOverlap({ targets, mayWait: false })).toBeUndefined();
  await store.findOverlap({ targets });
  expect((await store.findOverlap({ targets, mayWait: false }))?.profile.name).toBe("P600");
});

it("lets others have their turn while it reads many profiles", async () => {
  const { folder, store } = await open();
  await takeInMany(folder);
  await store.count();
  let turns = 0;
  let isRead = false;
  const reading = store.findOverlap({ targets }).finally(() => {
    isRead = true;
  });
  while (!isRead) {
    await turnOfTheLoop();
    turns += 1;
  }
  expect((await reading)?.profile.name).toBe("P600");
  expect(turns).toBeGreaterThan(5);
});

it("breaks nothing where the file is closed while it still reads for the next form", async () => {
  const folder = temporaryFolder();
  await takeInMany(folder);
  const stores = await openStores(folder);
  const store = stores.profilesOf(acme);
  expect(await store.findOverlap({ targets, mayWait: false })).toBeUndefined();
  await stores.close();
  for (let turn = 0; turn < 20; turn += 1) await turnOfTheLoop();
  const again = (await storesIn(folder)).profilesOf(acme);
  expect((await again.findOverlap({ targets }))?.profile.name).toBe("P600");
});

it("finds nothing of another workspace", async () => {
  const { folder, store } = await open();
  await save(store, { name: "Acme’s", ...targets });
  const other = (await storesIn(folder)).profilesOf(beta);
  expect(await other.findOverlap({ targets })).toBeUndefined();
});

async function open() {
  const folder = temporaryFolder();
  return { folder, store: (await storesIn(folder)).profilesOf(acme) };
}

/** As another process does it: only one of them is the targets' like. */
async function takeInMany(folder: string): Promise<void> {
  const profiles = Array.from({ length: 1201 }, (_, index) => ({
    draft: makeDraft({
      name: `P${index}`,
      industries: ["SaaS"],
      countries: [index === 600 ? "Chile" : "Peru"],
    }),
  }));
  await (await storesIn(folder)).profilesOf(acme).takeIn({ profiles, by: "operator", at });
}

function created(answer: CreateAnswer): { id: ProfileId } {
  if (answer.kind !== "created") throw new Error(`it answered ${answer.kind}`);
  return answer.profile;
}
