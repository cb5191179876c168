import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/rules/advice/advice.ts";
import { fillFromTemplate } from "../../src/rules/fill-from-template.ts";
import { findShared } from "../../src/rules/overlap.ts";
import { companySizes, limits, ProfileDraft, seniorityLevels } from "../../src/rules/profile.ts";
import type { Template } from "../../src/rules/templates.ts";
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
  const anyUnreadable = fc.subarray([...templateFields]).map((fields) => new Set<string>(fields));
  const allFrom = (template: Template) => fillFromTemplate({ ...nothing, template }).from;
  const nothing = { values: {}, unreadable: new Set<string>(), before: {} };

  it("loses nothing that a person wrote or chose, whatever it was filled from before", () => {
    const anyBefore = fc
      .option(fc.tuple(anyTemplate, fc.subarray([...templateFields])), { nil: undefined })
      .map((before) => Object.fromEntries(before?.[1].map((field) => [field, before[0]]) ?? []));
    fc.assert(
      fc.property(anyDraft, anyBefore, anyTemplate, anyUnreadable, (draft, before, template, unreadable) => {
        const values = Object.fromEntries(Object.entries(draft).filter(([field]) => !unreadable.has(field)));
        const filled = fillFromTemplate({ values, unreadable, before, template });
        for (const field of templateFields) {
          const was = before[field]?.draft[field];
          const own = ownOf(draft[field], was);
          if (unreadable.has(field)) expect(filled.changed).not.toContain(field);
          else if (isDeepStrictEqual(draft[field], was) || draft[field].length === 0)
            expect(filled.values[field]).toEqual(template.draft[field]);
          else if (own.length === 0 || own.length === draft[field].length)
            expect(filled.values[field]).toEqual(draft[field]);
          else expect(filled.values[field]).toEqual(expect.arrayContaining([...own]));
        }
        const { countries, dailyLimit, isActive } = draft;
        expect(filled.values).toMatchObject({ countries, dailyLimit, isActive });
        expect(ProfileDraft.safeParse({ ...draft, ...filled.values }).success).toBe(true);
      }),
    );
  });

  it("keeps every word of a person's own that stands among a template's, and no other of that one's", () => {
    const anyOwn = fc.subarray(["Ours", "Ours too", "Ours alone"], { minLength: 1 });
    const lists = ["industries", "companySizes", "jobTitles", "seniorityLevels", "departments"] as const;
    const anyPart = fc.tuple(anyTemplate, fc.constantFrom(...lists)).chain(([before, field]) => {
      const words = fc.subarray([...before.draft[field]], { minLength: 1 });
      return fc.record({ before: fc.constant(before), field: fc.constant(field), words });
    });
    fc.assert(
      fc.property(anyPart, anyTemplate, anyOwn, ({ before, field, words }, template, own) => {
        const { values } = fillFromTemplate({
          ...nothing,
          values: { [field]: [...words, ...own] },
          before: allFrom(before),
          template,
        });
        expect(values[field]).toEqual(expect.arrayContaining(own));
        expect(ownOf(values[field] ?? [], [...template.draft[field], ...own])).toEqual([]);
      }),
    );
  });

  it("follows the next template in all that it has from the one before, in whatever order that stands", () => {
    fc.assert(
      fc.property(anyTemplate, anyTemplate, (before, template) => {
        const industries = before.draft.industries.toReversed();
        const values = { ...before.draft, industries };
        const filled = fillFromTemplate({ ...nothing, values, before: allFrom(before), template });
        if (before !== template) expect(filled.values).toEqual(template.draft);
        expect([...filled.kept, ...filled.joined]).toEqual([]);
      }),
    );
  });

  it("takes the words of the template before out from among a person's own, which stay", () => {
    const [saas, midMarket, , , , manufacturing] = templates as [Template, Template, ...Template[]];
    const { draft } = saas;
    const values = {
      ...draft,
      name: `${draft.name} DACH`,
      description: `${draft.description} And banks.`,
      industries: [...draft.industries, "Lending"],
      jobTitles: ["CRO", "SDR"],
      seniorityLevels: ["VP"],
    };
    const second = fillFromTemplate({ ...nothing, values, before: allFrom(saas), template: midMarket });
    expect(second.values).toMatchObject({
      name: "Mid-market SaaS DACH",
      description: `${midMarket.draft.description} And banks.`,
      industries: ["SaaS", "Software Development", "MarTech", "HR Tech", "Lending"],
      // VP Sales, which both templates have, was taken out.
      jobTitles: ["Head of Sales", "Head of Revenue Operations", "Head of Growth", "SDR"],
      seniorityLevels: ["VP"],
    });
    expect(second.joined).toEqual(["name", "description", "industries", "jobTitles"]);
    const third = fillFromTemplate({
      ...nothing,
      values: second.values,
      before: second.from,
      template: manufacturing as Template,
    });
    expect(third.values).toMatchObject({
      name: "Manufacturing DACH",
      industries: [...(manufacturing?.draft.industries ?? []), "Lending"],
      jobTitles: [...(manufacturing?.draft.jobTitles ?? []), "SDR"],
    });
  });

  it("leaves alone what happens to be a template's but was typed, what was rewritten, and what would not fit", () => {
    const [saas, midMarket] = templates as [Template, Template, ...Template[]];
    const many = Array.from({ length: 49 }, (_, index) => `Industry ${index}`);
    const values = {
      name: "Enterprise SaaSy",
      jobTitles: ["SDR"],
      description: "Large software companies.",
      industries: [...many.slice(0, 46), ...saas.draft.industries],
      companySizes: [...saas.draft.companySizes],
    };
    const from = allFrom(saas);
    const { companySizes: _, ...before } = from;
    const filled = fillFromTemplate({ ...nothing, values, before, template: midMarket });
    expect(filled.kept).toEqual(["name", "description", "companySizes", "jobTitles"]);
    const full = fillFromTemplate({
      ...nothing,
      values: { industries: [...many, "SaaS"] },
      before: from,
      template: midMarket,
    });
    expect(full.kept).toContain("industries");
  });
});

/** What is not the template's among a list's words; of a text, all. */
function ownOf(value: string | readonly string[], was: string | readonly string[] = []): readonly string[] {
  if (typeof value === "string") return value.split("");
  const words = new Set(typeof was === "string" ? [] : was.map(foldKey));
  return value.filter((word) => !words.has(foldKey(word)));
}
