import { expect, it } from "vitest";
import { toFault } from "../../../src/errors.ts";
import { KashewKey } from "../../../src/rules/connection.ts";
import type { ProfileStore } from "../../../src/stores/profile-store.ts";
import { openKashew, openKashewAt } from "../../support/open-kashew.ts";
import { describeProfileStore } from "../../support/profile-store-contract.ts";
import { startRest } from "../../support/start-rest.ts";
import { save } from "../../support/store-in.ts";

describeProfileStore("Kashew", async () => (await openKashew()).store());
describeProfileStore("Kashew that is our own REST door", openOverRest);

it("says what our own door refuses: a name that is taken", async () => {
  const store = await openOverRest();
  expect(await save(store, { name: "Fintech" })).toMatchObject({ kind: "created" });
  const taken = save(store, { name: "FINTECH" }, new Date("2026-05-01T13:00:00Z"));
  expect(await taken.catch(toFault)).toMatchObject({ code: "kashew-conflict" });
});

async function openOverRest(): Promise<ProfileStore> {
  const { url, makeKey, clock } = await startRest();
  const key = KashewKey.parse(await makeKey());
  const store = await (await openKashewAt({ url, key })).store();
  return {
    ...store,
    create(ask) {
      // The door goes by its own clock.
      clock.set(ask.at);
      return store.create(ask);
    },
  };
}
