import { expect, it } from "vitest";
import type { Person } from "../../src/rules/people.ts";
import { makeKey } from "../support/make-key.ts";
import { ana } from "../support/make-profile.ts";
import { openKashew } from "../support/open-kashew.ts";
import { acme, save } from "../support/store-in.ts";

const owner: Person = { kind: "slack", teamId: acme, userId: ana, standing: "owner", isInstaller: false };

/** A workspace that keeps One, Two and Three itself, and is connected. */
async function openWithThree() {
  const kashew = await openKashew();
  const { stub } = kashew;
  for (const [at, name] of ["One", "Two", "Three"].entries()) {
    await save(kashew.profilesOf(acme), { name }, new Date(Date.UTC(2026, 3, 1, 12, at)));
  }
  return {
    ...kashew,
    copy: () => kashew.usecases.copyToKashew(owner, async () => undefined),
    created: () => stub.profiles.map(({ name }) => name),
    async reconnect(key: string) {
      kashew.advance(60_000);
      await kashew.usecases.disconnectKashew(owner);
      stub.admit(key);
      await kashew.usecases.connectKashew(owner, key);
    },
  };
}

it("copies to a second account what it has copied to a first one", async () => {
  const { stub, copy, created, reconnect } = await openWithThree();
  expect(await copy()).toEqual({ kind: "copied", copied: 3, total: 3 });
  // The other account is empty.
  stub.profiles.length = 0;
  await reconnect(makeKey("efgh5678"));
  expect(await copy()).toEqual({ kind: "copied", copied: 3, total: 3 });
  expect(created()).toEqual(["One", "Two", "Three"]);
});

it("copies once more what was deleted in Kashew, and nothing else", async () => {
  const { stub, copy, created, advance } = await openWithThree();
  await copy();
  stub.profiles.splice(1, 1);
  advance(60_000);
  expect(await copy()).toEqual({ kind: "copied", copied: 1, total: 1 });
  expect(created()).toEqual(["One", "Three", "Two"]);
  expect(await copy()).toEqual({ kind: "copied", copied: 0, total: 0 });
});

it("copies under its new name what was renamed here while Kashew was disconnected", async () => {
  const { copy, created, reconnect, key, profilesOf, now } = await openWithThree();
  await copy();
  const kept = profilesOf(acme);
  const one = await kept.findByName("One");
  if (one === undefined) throw new Error("One is kept here");
  const { id, revision } = one;
  const how = { by: ana, at: now(), writesPerDay: 200 };
  await kept.revise?.({ id, revision, draft: { ...one, name: "Eins" }, ...how });
  await reconnect(key);
  expect(await copy()).toEqual({ kind: "copied", copied: 1, total: 1 });
  expect(created()).toEqual(["One", "Two", "Three", "Eins"]);
});
