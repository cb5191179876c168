import { expect, it } from "vitest";
import { createStateStore } from "../../../src/slack/install/state-store.ts";

const installOptions = { scopes: ["commands"] };

function setUp() {
  const clock = { ms: Date.parse("2026-05-19T12:00:00Z") };
  const open = (secret = "state-secret") => createStateStore({ secret, installOptions, now: () => clock.ms });
  return { clock, open, store: open() };
}

it("takes back a state that it gave, once", async () => {
  const { store } = setUp();
  const state = await store.generateStateParam(installOptions, new Date());
  expect(await store.verifyStateParam(new Date(), state)).toBe(installOptions);
  await expect(store.verifyStateParam(new Date(), state)).rejects.toThrow("used before");
});

it("takes a state for ten minutes and no longer", async () => {
  const { store, clock } = setUp();
  const early = await store.generateStateParam(installOptions, new Date());
  const late = await store.generateStateParam(installOptions, new Date());
  clock.ms += 10 * 60_000;
  expect(await store.verifyStateParam(new Date(), early)).toBe(installOptions);
  clock.ms += 1;
  await expect(store.verifyStateParam(new Date(), late)).rejects.toThrow("too old");
});

it("takes no state of another process, of another secret, or that somebody made up", async () => {
  const { store, open } = setUp();
  const state = await store.generateStateParam(installOptions, new Date());
  const [expires, nonce, signature] = state.split(".");
  const forged = ["", "a.b.c", `${Number(expires) + 1}.${nonce}.${signature}`, `${expires}.x.${signature}`];
  for (const text of [...forged, `${expires}.${nonce}.`, `NaN.${nonce}.${signature}`]) {
    await expect(store.verifyStateParam(new Date(), text)).rejects.toThrow("not ours");
  }
  await expect(open().verifyStateParam(new Date(), state)).rejects.toThrow("not ours");
  await expect(open("another").verifyStateParam(new Date(), state)).rejects.toThrow("not ours");
});
