import { expect, it } from "vitest";
import { createLikeness, wordsOf } from "../../../src/rules/vocabulary/likeness.ts";

it.each([
  ["fintech", "fintech dach", 1],
  ["fin", "fintech dach", 1],
  ["dach fintech", "fintech dach", 1],
  ["", "fintech", 0],
  ["xyz", "fintech", 0],
])("rates “%s” against “%s” with %d", (typed, text, likeness) => {
  expect(createLikeness(typed)(wordsOf(text))).toBe(likeness);
});

it("rates fewer errors higher, and long words more than short ones", () => {
  const likeness = createLikeness("helthcare uk");
  const likenessOf = (text: string) => likeness(wordsOf(text));
  expect(likenessOf("healthcare de")).toBeGreaterThan(likenessOf("hospitals uk"));
  expect(likenessOf("healthcare uk")).toBeGreaterThan(likenessOf("healthcare de"));
  expect(likenessOf("healthcare uk")).toBeLessThan(1);
});
