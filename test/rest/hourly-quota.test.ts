import { expect, it } from "vitest";
import { createHourlyQuota } from "../../src/rest/hourly-quota.ts";
import { acme, beta } from "../support/store-in.ts";

const hourMs = 60 * 60_000;

it("lets each workspace ask so often within any hour, and says when it may ask again", () => {
  let now = 0;
  const quota = createHourlyQuota(() => now);
  const ask = (seconds: number) => {
    now = seconds * 1000;
    return quota.take(acme, 3);
  };
  expect([ask(0), ask(600), ask(1200)]).toEqual([0, 0, 0]);
  expect([ask(1200), ask(1201), ask(3599.9)]).toEqual([2400, 2399, 1]);
  expect(quota.take(beta, 3)).toBe(0);
  // The first of the three is an hour old, and what was refused never counted.
  expect([ask(3600), ask(3600)]).toEqual([0, 600]);
  expect([ask(4200), ask(4200)]).toEqual([0, 600]);
});

it("goes by the plan of this moment", () => {
  let now = 0;
  const quota = createHourlyQuota(() => now);
  for (let index = 0; index < 4; index += 1) {
    expect(quota.take(acme, 4)).toBe(0);
    now += 60_000;
  }
  expect(quota.take(acme, 2)).toBe((hourMs - 120_000) / 1000);
  expect(quota.take(acme, 5)).toBe(0);
});

it("lets nobody wait for more than an hour after the clock was set back, and forgives nothing", () => {
  let now = 24 * hourMs;
  const quota = createHourlyQuota(() => now);
  expect([quota.take(acme, 2), quota.take(acme, 2)]).toEqual([0, 0]);
  now = 0;
  expect(quota.take(acme, 2)).toBe(hourMs / 1000);
  now = hourMs;
  expect(quota.take(acme, 2)).toBe(0);
});
