import { expect, it } from "vitest";
import { isNearLimit, Plan, plans, planThatCounts } from "../../src/rules/plan.ts";

it("knows Kashew's plans, the smallest first", () => {
  expect(Plan.options).toEqual(["free", "pro", "max", "business"]);
  expect(plans).toEqual({
    free: { name: "Free", includesProfiles: false, requestsPerHour: 100, writesPerDay: 50 },
    pro: { name: "Pro", includesProfiles: true, requestsPerHour: 500, writesPerDay: 200 },
    max: { name: "Max", includesProfiles: true, requestsPerHour: 1000, writesPerDay: 500 },
    business: { name: "Business", includesProfiles: true, requestsPerHour: 2000, writesPerDay: 1000 },
  });
});

it.each([
  ["free", undefined, "free"],
  ["max", undefined, "max"],
  ["free", "ok", "pro"],
  ["free", "broken", "pro"],
  ["business", "read-only", "business"],
  ["business", "plan", "free"],
] as const)("on the plan %s and connected as %s, a workspace has what %s includes", (set, state, plan) => {
  expect(planThatCounts(set, state)).toBe(plan);
});

it.each(["Pro", "", "enterprise", "__proto__", null, undefined])("takes %j for no plan", (plan) => {
  expect(Plan.safeParse(plan).success).toBe(false);
});

it.each([
  [0, 200, false],
  [160, 200, false],
  [161, 200, true],
  [200, 200, true],
  [201, 200, true],
  [800, 1000, false],
  [801, 1000, true],
])("after %i of %i writes, says that few are left: %s", (used, limit, isNear) => {
  expect(isNearLimit({ used, limit })).toBe(isNear);
});
