import { expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { depsOf } from "../../src/deps.ts";
import type { Card } from "../../src/stores/card-store.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { findCardsBehind } from "../../src/usecases/cards.ts";
import { ana } from "../support/make-profile.ts";
import { acme, save, storesIn } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("finds the cards of other channels behind however many of an archived one", async () => {
  const folder = temporaryFolder();
  const reading = readConfig({});
  if (reading.kind !== "config") throw new Error("The defaults are wrong.");
  const stores = await storesIn(folder);
  const seal = openSeal({ kind: "own", folder }, () => undefined);
  const deps = depsOf(reading.config, stores, { seal, now: Date.now, report: () => undefined });
  const made = await save(stores.profilesOf(acme), { name: "Fintech" });
  if (made.kind !== "created") throw new Error(made.kind);
  const post = async (channel: string, second: number) => {
    const card = { channel, ts: `${1_779_177_600 + second}.000100`, profile: made.profile.id, sharedBy: ana };
    // What was shown before the profile was made is behind.
    await stores.cardsOf(acme).add({ ...card, shown: 0 }, 100);
    return card;
  };
  const older = await post("C0SALES", 0);
  for (let nth = 1; nth <= 60; nth += 1) await post("C0ARCHIVED", nth);

  const isResting = ({ channel }: Card) => channel === "C0ARCHIVED";
  const found = await findCardsBehind(deps, acme, { resting: 60, isResting });

  expect(found.map(({ card }) => card)).toEqual([older]);
});
