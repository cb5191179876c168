import { expect, it } from "vitest";
import { createCardRests } from "../../../src/slack/cards/card-rests.ts";
import { acme, beta } from "../../support/store-in.ts";

const minute = 60_000;
const card = { channel: "C0SALES", ts: "1779177601.000100" };

function setUp() {
  const clock = { ms: 0 };
  const rests = createCardRests({ now: () => clock.ms });
  return { clock, rests, ofAcme: rests.of(acme) };
}

it("leaves a card of an archived channel alone for ever longer, and tries it once a day in the end", () => {
  const { clock, rests, ofAcme } = setUp();
  const waits = Array.from({ length: 13 }, () => {
    ofAcme.rest(card);
    const since = clock.ms;
    while (!rests.isAnyDue(acme)) clock.ms += minute;
    return (clock.ms - since) / minute;
  });
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440]);
});

it("counts a workspace’s own cards, until they are changed or need no change any more", () => {
  const { clock, rests, ofAcme } = setUp();
  const other = { ...card, ts: "1779177602.000100" };
  for (const each of [card, other]) ofAcme.rest(each);
  expect([ofAcme.resting, rests.of(beta).resting]).toEqual([2, 0]);
  ofAcme.forget(other);
  expect([ofAcme.isResting(card), ofAcme.isResting(other)]).toEqual([true, false]);
  clock.ms += minute;
  expect([ofAcme.resting, rests.isAnyDue(acme), rests.isAnyDue(beta)]).toEqual([0, true, false]);
  ofAcme.forgetDue(clock.ms - 1);
  expect(rests.isAnyDue(acme)).toBe(true);
  ofAcme.forgetDue(clock.ms);
  expect(rests.isAnyDue(acme)).toBe(false);
});
