import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits, ProfileDraft, ProfileId, termFields, withoutRepeats } from "../../src/rules/profile.ts";
import { anyDraft, anyText } from "../support/arbitraries.ts";

it("needs a name and fills in the rest", () => {
  expect(ProfileDraft.parse({ name: "Fintech" })).toEqual({
    name: "Fintech",
    description: "",
    isActive: true,
    industries: [],
    companySizes: [],
    jobTitles: [],
    seniorityLevels: [],
    departments: [],
    countries: [],
    minConfidence: 0.7,
    dailyLimit: 10,
    schedule: "daily",
  });
  expect(ProfileDraft.safeParse({}).success).toBe(false);
});

/** A limit counts UTF-16 units: of these two, 🔥 is one code point and two units. */
const lengths = (limit: number): [what: string, text: string, fits: boolean][] => [
  ["one character", "x", true],
  ["all but one", "x".repeat(limit - 1), true],
  ["all", "x".repeat(limit), true],
  ["one too many", "x".repeat(limit + 1), false],
  ["all in emoji", "🔥".repeat(Math.floor(limit / 2)), true],
  ["one code unit too many", "🔥".repeat(Math.floor(limit / 2)).padEnd(limit + 1, "x"), false],
  ["as many code points as units fit", "🔥".repeat(limit), false],
  ["blanks that do not count", ` ${"x".repeat(limit)}\u00A0\n`, true],
  ["accents that become one character each", "e\u0301".repeat(limit), true],
];

describe("a name of up to 100 characters", () => {
  it.each([
    ...lengths(100),
    ["none", "", false],
    ["blanks", " \u00A0\n", false],
    ["nothing to see", "\u200B", false],
  ])("is told from others: %s", (_, name, fits) => {
    expect(takes({ name })).toBe(fits);
  });

  it("is one clean line", () => {
    expect(ProfileDraft.parse({ name: "  Fin\ntech\u202E  DACH " }).name).toBe("Fin tech DACH");
  });
});

describe("a description of up to 500 characters", () => {
  it.each([...lengths(500), ["none", "", true], ["blanks", " \n ", true]])(
    "is told from others: %s",
    (_, description, fits) => {
      expect(takes({ description })).toBe(fits);
    },
  );

  it("keeps its lines", () => {
    expect(ProfileDraft.parse({ name: "x", description: " one \r\n\n\n\ntwo " }).description).toBe(
      "one\n\ntwo",
    );
  });
});

describe.each(termFields)("a term of %s, of up to 75 characters", (field) => {
  it.each([...lengths(75), ["none", "", false], ["blanks", "  ", false]])(
    "is told from others: %s",
    (_, term, fits) => {
      expect(takes({ [field]: [term] })).toBe(fits);
    },
  );

  it("stands among at most 50, of which spellings of one word count once", () => {
    const terms = Array.from({ length: 50 }, (_, index) => `Word ${index}`);
    expect(takes({ [field]: terms })).toBe(true);
    expect(takes({ [field]: [...terms, "one more"] })).toBe(false);
    expect(ProfileDraft.parse({ name: "x", [field]: [...terms, "word  0", "WORD 49"] })[field]).toEqual(
      terms,
    );
  });
});

describe("a number", () => {
  it.each([0, 0.000000001, 0.7, 1])("of %d is a confidence", (minConfidence) => {
    expect(takes({ minConfidence })).toBe(true);
  });

  it.each([-0.000000001, 1.000000001, Number.NaN, Number.POSITIVE_INFINITY, "0.7", null])(
    "of %j is no confidence",
    (minConfidence) => {
      expect(takes({ minConfidence })).toBe(false);
    },
  );

  it.each([1, 2, 999, 1000])("of %d is a daily limit", (dailyLimit) => {
    expect(takes({ dailyLimit })).toBe(true);
  });

  it.each([0, -1, 1001, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "10", null])(
    "of %j is no daily limit",
    (dailyLimit) => {
      expect(takes({ dailyLimit })).toBe(false);
    },
  );
});

it("keeps the first spelling of each word, in the order in which they came", () => {
  expect(
    withoutRepeats(["SaaS", "Café", "saas", "ＳａａＳ", "Cafe", "CAFÉ", "__proto__", "İstanbul", "istanbul"]),
  ).toEqual(["SaaS", "Café", "Cafe", "__proto__", "İstanbul"]);
});

it("finds nothing more to clean in what it has cleaned", () => {
  const anyInput = fc.record({
    name: anyText,
    description: anyText,
    industries: fc.array(anyText, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(fc.oneof(anyInput, anyDraft), (input) => {
      const draft = ProfileDraft.safeParse(input);
      if (!draft.success) return;
      expect(ProfileDraft.parse(draft.data)).toEqual(draft.data);
      expect(draft.data.name.length).toBeLessThanOrEqual(limits.name);
    }),
  );
});

it.each([
  "",
  "1",
  "../../etc/passwd",
  "0c8e4f5e-7d57-4a35-9c52-1f6a4f6b2d1",
  "0c8e4f5e7d574a359c521f6a4f6b2d11",
])("takes %j for no profile's id", (id) => {
  expect(ProfileId.safeParse(id).success).toBe(false);
});

function takes(draft: Record<string, unknown>): boolean {
  return ProfileDraft.safeParse({ name: "Fintech", ...draft }).success;
}
