import { expect, it } from "vitest";
import { createRecentFaults } from "../src/recent-faults.ts";
import { acme, beta } from "./support/store-in.ts";

it("keeps the newest of each workspace first, and no more than it may", () => {
  const recent = createRecentFaults({ kept: 2 });
  for (const reference of ["A", "B", "C"]) recent.note(acme, faultCalled(reference));
  recent.note(beta, faultCalled("D"));
  expect(recent.of(acme).map(({ reference }) => reference)).toEqual(["C", "B"]);
  expect(recent.of(beta).map(({ reference }) => reference)).toEqual(["D"]);
});

function faultCalled(reference: string) {
  return { reference, at: "2026-05-19T09:20:00.000Z", did: "command list", code: "unexpected" as const };
}
