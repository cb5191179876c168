import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/rules/advice/advice.ts";
import { fillFromTemplate } from "../../src/rules/fill-from-template.ts";
import { findShared } from "../../src/rules/overlap.ts";
import { companySizes, limits, ProfileDraft, seniorityLevels } from "../../src/rules/profile.ts";
import { findTemplate, templateFields, templates } from "../../src/rules/templates.ts";
import { foldKey } from "../../src/rules/text.ts";
import { departments } from "../../src/rules/vocabulary/departments.ts";
import { industries } from "../../src/rules/vocabulary/industries.ts";
import { jobTitles } from "../../src/rules/vocabulary/job-titles.ts";
import { anyDraft } from "../support/arbitraries.ts";

const offered = {
  industries: new Set(industries.map(({ term }) => term)),
  jobTitles: new Set(jobTitles.map(({ term }) => term)),
  departments: new Set(departments.map(({ term }) => term)),
  companySizes: new Set<string>(companySizes),
  seniorityLevels: new Set<string>(seniorityLevels),
};

describe.each(templates)("the template $draft.name", ({ draft }) => {
  it("can be saved as it is, in words that the menus offer", () => {
    expect(ProfileDraft.parse(draft)).toMatchObject(draft);
    for (const [field, words] of Object.entries(offered)) {
      const own = draft[field as keyof typeof offered];
      expect(own.filter((word) => !words.has(word))).toEqual([]);
      expect(own.length).toBeGreaterThan(0);
    }
  });

  it("says what it rules out, with room to say more, and gets no advice", () => {
    expect(draft.description).toMatch(/\nRules out: .+\.$/);
    expect(draft.description.length).toBeLessThan(limits.description / 2);
    expect(advise(draft)).toEqual([]);
  });

  it("is like none of the others", () => {
    for (const other of templates) {
      if (other.draft !== draft) expect(findShared(draft, ProfileDraft.parse(other.draft))).toBeUndefined();
    }
  });
});

it("has eight templates, by ids and names of their own", () => {
  expect(templates).toHaveLength(8);
  expect(new Set(templates.map(({ id }) => id)).size).toBe(8);
  expect(new Set(templates.map(({ draft }) => foldKey(draft.name))).size).toBe(8);
  expect(findTemplate("constructor")).toBeUndefined();
});

describe("a form that is filled from a template", () => {
  const anyTemplate = fc.constantFrom(...templates);
  const anyBefore = fc.option(anyTemplate, { nil: undefined });
  const anyUnreadable = fc.subarray([...templateFields]).map((fields) => new Set<string>(fields));

  it("loses nothing that a person wrote or chose, whatever it was filled from before", () => {
    fc.assert(
      fc.property(anyDraft, anyBefore, anyTemplate, anyUnreadable, (draft, before, template, unreadable) => {
        const values = Object.fromEntries(Object.entries(draft).filter(([field]) => !unreadable.has(field)));
        const filled = fillFromTemplate({ values, unreadable, before, template });
        for (const field of templateFields) {
          const isOfBefore = isDeepStrictEqual(draft[field], before?.draft[field]);
          if (unreadable.has(field)) expect(filled.changed).not.toContain(field);
          else if (isOfBefore) expect(filled.values[field]).toEqual(template.draft[field]);
          else if (draft[field].length > 0) expect(filled.values[field]).toEqual(draft[field]);
          else expect(filled.values[field]).toEqual(template.draft[field]);
        }
        const { countries, dailyLimit, isActive } = draft;
        expect(filled.values).toMatchObject({ countries, dailyLimit, isActive });
      }),
    );
  });

  it("follows the next template in all that it has from the one before, in whatever order that stands", () => {
    fc.assert(
      fc.property(anyTemplate, anyTemplate, (before, template) => {
        const industries = before.draft.industries.toReversed();
        const values = { ...before.draft, industries, jobTitles: ["CEO of ours"] };
        const filled = fillFromTemplate({ values, unreadable: new Set(), before, template });
        const same = { ...template.draft, jobTitles: ["CEO of ours"] };
        if (before !== template) expect(filled.values).toEqual(same);
        expect(filled.kept).toEqual(["jobTitles"]);
      }),
    );
  });
});
