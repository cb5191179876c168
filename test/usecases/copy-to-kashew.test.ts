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
  expect(await copy()).toEqual({ kind: "copied", copied: 3, total: 3, unsure: [] });
  // The other account is empty.
  stub.profiles.length = 0;
  await reconnect(makeKey("efgh5678"));
  expect(await copy()).toEqual({ kind: "copied", copied: 3, total: 3, unsure: [] });
  expect(created()).toEqual(["One", "Two", "Three"]);
});

it("copies once more what was deleted in Kashew, and nothing else", async () => {
  const { stub, copy, created, advance } = await openWithThree();
  await copy();
  stub.profiles.splice(1, 1);
  advance(60_000);
  expect(await copy()).toEqual({ kind: "copied", copied: 1, total: 1, unsure: [] });
  expect(created()).toEqual(["One", "Three", "Two"]);
  expect(await copy()).toEqual({ kind: "copied", copied: 0, total: 0, unsure: [] });
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
  expect(await copy()).toEqual({ kind: "copied", copied: 1, total: 1, unsure: [] });
  expect(created()).toEqual(["One", "Two", "Three", "Eins"]);
});

const lost = { kind: "answers", status: 502, body: { detail: "Bad gateway" } } as const;
const saved = { kind: "does-and-answers", status: 502, body: { detail: "Bad gateway" } } as const;
const usual = { kind: "dawdles", ms: 0 } as const;

it("goes on with the others where an answer is lost, and sends what is not there when somebody goes on", async () => {
  const { stub, copy, created } = await openWithThree();
  stub.next("POST", usual, lost);
  expect(await copy()).toEqual({ kind: "copied", copied: 2, total: 3, unsure: ["Two"] });
  expect(created()).toEqual(["One", "Three"]);
  stub.next("POST", lost);
  expect(await copy()).toEqual({ kind: "copied", copied: 0, total: 1, unsure: ["Two"] });
  expect(await copy()).toEqual({ kind: "copied", copied: 1, total: 1, unsure: [] });
  expect(created()).toEqual(["One", "Three", "Two"]);
  expect(stub.count("POST")).toBe(5);
});

it("looks for what may have been saved before it sends anything", async () => {
  const { stub, copy, created, advance } = await openWithThree();
  stub.next("POST", saved);
  const broken = { kind: "answers", status: 500, body: "" } as const;
  // The one before anything is sent, and then whatever looks for the first.
  stub.next("GET", usual, broken, broken, broken);
  expect(await copy()).toMatchObject({ copied: 2, unsure: ["One"] });
  advance(60_000);
  expect(await copy()).toEqual({ kind: "copied", copied: 0, total: 0, unsure: [] });
  expect(created()).toEqual(["One", "Two", "Three"]);
});

it("stops after three lost answers", async () => {
  const kashew = await openWithThree();
  await save(kashew.profilesOf(acme), { name: "Four" });
  kashew.stub.always("POST", lost);
  expect(await kashew.copy()).toMatchObject({ copied: 0, total: 4, unsure: ["One", "Two", "Three"] });
  expect(kashew.stub.count("POST")).toBe(3);
});

it("sends nothing again that Kashew saved late", async () => {
  const { stub, copy, created } = await openWithThree();
  stub.next("POST", usual, usual, lost);
  expect(await copy()).toMatchObject({ copied: 2, unsure: ["Three"] });
  stub.make({ name: "Three" });
  expect(await copy()).toEqual({ kind: "copied", copied: 1, total: 1, unsure: [] });
  expect(created()).toEqual(["One", "Two", "Three"]);
  expect(stub.count("POST")).toBe(3);
});
