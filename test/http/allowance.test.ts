import { expect, it } from "vitest";
import { createAllowance } from "../../src/http/allowance.ts";
import { TeamId } from "../../src/rules/people.ts";

const acme = TeamId.parse("T0ACME");
const beta = TeamId.parse("T0BETA");

it("lets a workspace ask five seconds of its allowance in one go, and then so much a second", () => {
  let now = 0;
  const allowance = createAllowance({ perSecond: 20, now: () => now });
  const taken = (times: number) => Array.from({ length: times }, () => allowance.take(acme)).filter(Boolean);
  expect(taken(150)).toHaveLength(100);
  now += 1000;
  expect(taken(150)).toHaveLength(20);
  now += 60_000;
  expect(taken(150)).toHaveLength(100);
});

it("takes nothing from the other workspaces", () => {
  const allowance = createAllowance({ perSecond: 1, now: () => 0 });
  while (allowance.take(acme));
  expect(allowance.take(beta)).toBe(true);
});

it("gives nothing away when the clock is put back", () => {
  let now = 10_000;
  const allowance = createAllowance({ perSecond: 1, now: () => now });
  while (allowance.take(acme));
  now = 0;
  expect(allowance.take(acme)).toBe(false);
});
