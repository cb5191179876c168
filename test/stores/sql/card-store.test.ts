import { expect, it } from "vitest";
import { ProfileId } from "../../../src/rules/profile.ts";
import { ana, ben } from "../../support/make-profile.ts";
import { acme, beta, storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

it("remembers a profile's cards, the newest first, until they are forgotten, for one workspace alone", async () => {
  const stores = await storesIn(temporaryFolder());
  const cards = stores.cardsOf(acme);
  const profile = ProfileId.parse(crypto.randomUUID());
  const other = ProfileId.parse(crypto.randomUUID());
  const older = { channel: "C0SALES", ts: "1779177600.000100", profile, sharedBy: ana };
  const newer = { channel: "C0GENERAL", ts: "1779177601.000100", profile, sharedBy: ben };
  for (const card of [older, newer, { ...older, ts: "1779177602.000100", profile: other }]) {
    await cards.add(card);
  }
  expect(await cards.of(profile)).toEqual([newer, older]);
  expect(await stores.cardsOf(beta).of(profile)).toEqual([]);
  await cards.forget(newer);
  expect(await cards.of(profile)).toEqual([older]);
});
