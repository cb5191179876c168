import { expect, it } from "vitest";
import { createLikeness } from "../../../src/rules/vocabulary/likeness.ts";

it.each([
  ["fintech", "fintech dach", 1],
  ["fin", "fintech dach", 1],
  ["dach fintech", "fintech dach", 1],
  ["", "fintech", 0],
  ["xyz", "fintech", 0],
])("rates “%s” against “%s” with %d", (typed, text, likeness) => {
  expect(createLikeness(typed)(text)).toBe(likeness);
});

it("rates fewer errors higher, and long words more than short ones", () => {
  const likenessOf = createLikeness("helthcare uk");
  expect(likenessOf("healthcare de")).toBeGreaterThan(likenessOf("hospitals uk"));
  expect(likenessOf("healthcare uk")).toBeGreaterThan(likenessOf("healthcare de"));
  expect(likenessOf("healthcare uk")).toBeLessThan(1);
});
