import { expect, it } from "vitest";
import { ProfileId } from "../../../src/rules/profile.ts";
import { leaveOlder } from "../../support/leave-older.ts";
import { ana, ben, makeDraft } from "../../support/make-profile.ts";
import { acme, beta, pathOf, save, storesIn } from "../../support/store-in.ts";
import { inSqlite } from "../../support/stored-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const at = new Date("2026-05-01T12:00:00Z");

async function setUp() {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const profiles = stores.profilesOf(acme);
  const made = await save(profiles, { name: "Fintech" });
  if (made.kind !== "created") throw new Error(made.kind);
  const { id: profile } = made.profile;
  const card = (second: number) => ({
    channel: "C0SALES",
    ts: `17791776${String(second).padStart(2, "0")}.000100`,
    profile,
    sharedBy: ben,
  });
  const pause = (revision: number, isActive: boolean) => {
    const draft = makeDraft({ name: "Fintech", isActive });
    return profiles.revise({ id: profile, revision, draft, by: ana, at, writesPerDay: 100 });
  };
  return { folder, stores, profiles, profile, cards: stores.cardsOf(acme), card, pause };
}

it("finds the cards that show another revision than there is, the newest first, until they show it", async () => {
  const { stores, cards, card, pause } = await setUp();
  const [older, newer] = [card(1), card(2)];
  for (const each of [older, newer]) await cards.add({ ...each, shown: 1 }, 20);
  expect(await cards.behind(50)).toEqual([]);
  await pause(1, false);
  const why = "changed";
  expect(await cards.behind(50)).toEqual([
    { ...newer, why },
    { ...older, why },
  ]);
  expect(await cards.behind(1)).toEqual([{ ...newer, why }]);
  expect(await stores.cardsOf(beta).behind(50)).toEqual([]);
  await cards.show(newer, 2);
  await cards.forget(older);
  expect(await cards.behind(50)).toEqual([]);
  await pause(2, true);
  expect(await cards.behind(50)).toEqual([{ ...newer, why }]);
});

it("follows a profile into the archive, out of it again, and to its end", async () => {
  const { profiles, profile: id, cards, card } = await setUp();
  await cards.add({ ...card(1), shown: 1 }, 20);
  await profiles.archive.put({ id, revision: 1, by: ana, at });
  expect(await cards.behind(50)).toEqual([{ ...card(1), why: "changed" }]);
  await cards.show(card(1), 2);
  await profiles.archive.takeBack({ id, revision: 2, by: ana, at });
  expect(await cards.behind(50)).toEqual([{ ...card(1), why: "changed" }]);
  await profiles.archive.put({ id, revision: 3, by: ana, at });
  await profiles.archive.remove({ id, by: ana, at });
  expect(await cards.behind(50)).toEqual([{ ...card(1), why: "deleted" }]);
});

it("lets go of a profile's older cards as soon as there are too many, and of no other's", async () => {
  const { profiles, cards, card } = await setUp();
  const made = await save(profiles, { name: "Other" });
  if (made.kind !== "created") throw new Error(made.kind);
  const other = { ...card(0), profile: made.profile.id };
  await cards.add({ ...other, shown: 1 }, 2);
  for (const second of [1, 2, 3]) await cards.add({ ...card(second), shown: 1 }, 2);
  expect(await cards.behind(50)).toEqual([{ ...card(1), why: "overtaken" }]);
});

it("takes a card that an earlier version posted for one that shows nobody knows what", async () => {
  const folder = temporaryFolder();
  await leaveOlder(folder, "009");
  const id = ProfileId.parse("0b0c0d0e-0000-4000-8000-000000000001");
  const card = { channel: "C0SALES", ts: "1779177601.000100", profile: id, sharedBy: ben };
  inSqlite(pathOf(folder), (sqlite) => {
    sqlite.prepare("insert into cards values (@channel, @ts, @profile, @sharedBy)").run(card);
  });
  const stores = await storesIn(folder);
  const profiles = [{ id, draft: makeDraft({ name: "Fintech" }) }];
  await stores.profilesOf(acme).takeIn({ profiles, by: ana, at });
  expect(await stores.cardsOf(acme).behind(50)).toEqual([{ ...card, why: "changed" }]);
});
