import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise } from "../../../src/rules/advice/advice.ts";
import { levelsOf } from "../../../src/rules/advice/title-levels.ts";
import type { FormValues } from "../../../src/rules/profile.ts";
import { companySizes, seniorityLevels } from "../../../src/rules/profile.ts";
import { jobTitles } from "../../../src/rules/vocabulary/job-titles.ts";
import { anyDraft } from "../../support/arbitraries.ts";

/** What is said beside the number of target fields. */
function said(values: FormValues) {
  return advise(values).filter(({ kind }) => kind !== "few-targets");
}

describe("how many target fields are filled", () => {
  it("is a matter of two: a name, numbers and one field are too little", () => {
    expect(advise({})).toEqual([{ kind: "few-targets", filled: [] }]);
    const one = { name: "Fintech", dailyLimit: 25, industries: ["FinTech", "Banking"] };
    expect(advise(one)).toEqual([{ kind: "few-targets", filled: ["industries"] }]);
    expect(advise({ ...one, countries: ["Germany"] })).toEqual([]);
    expect(advise({ ...one, countries: [] })).toEqual([{ kind: "few-targets", filled: ["industries"] }]);
  });
});

describe("job titles against seniority levels", () => {
  it("says that nobody is an SDR and in the C-Suite, however the title is written", () => {
    for (const title of ["SDR", "sdr", "Sales Development Representative", "Sales Development Rep"]) {
      expect(said({ jobTitles: [title], seniorityLevels: ["C-Suite"] })).toEqual([
        { kind: "titles-outside-levels", titles: [title], missing: ["Individual Contributor"] },
      ]);
    }
  });

  it("names only the titles that fit none of the levels", () => {
    const titles = ["CEO", "VP of Sales", "Account Executive", "Chief Revenue Officer"];
    expect(said({ jobTitles: titles, seniorityLevels: ["c-suite", "VP"] })).toEqual([
      { kind: "titles-outside-levels", titles: ["Account Executive"], missing: ["Individual Contributor"] },
    ]);
  });

  it("names the level that none of the titles is of", () => {
    expect(said({ jobTitles: ["VP Sales", "VP Marketing"], seniorityLevels: ["VP", "C-Suite"] })).toEqual([
      { kind: "levels-without-title", levels: ["C-Suite"] },
    ]);
    expect(said({ jobTitles: ["VP Sales", "Founder"], seniorityLevels: ["VP", "C-Suite"] })).toEqual([]);
  });

  it.each([
    ["Chief of Staff", "Individual Contributor"],
    ["Chief of Staff", "C-Suite"],
    ["Founder", "Individual Contributor"],
    ["Managing Director", "VP"],
    ["Partner", "Director"],
    ["Account Director", "Individual Contributor"],
    ["Product Manager", "Individual Contributor"],
    ["Account Manager", "Individual Contributor"],
    ["Head of Growth", "VP"],
    ["Finance Director", "C-Suite"],
    ["Executive Assistant", "Individual Contributor"],
    ["EVP Sales", "C-Suite"],
    ["Chief Happiness Herder", "Individual Contributor"],
    ["SDR", "Senior"],
  ])("has nothing against %s with the level %s", (title, level) => {
    expect(said({ jobTitles: [title], seniorityLevels: [level] })).toEqual([]);
  });

  it("knows the level of most titles that are suggested, and says nothing of those that mean many things", () => {
    const unjudged = jobTitles.map(({ term }) => term).filter((title) => levelsOf(title) === undefined);
    expect(unjudged).toMatchInlineSnapshot(`
      [
        "Founder",
        "Owner",
        "Account Director",
        "Board Member",
        "Buyer",
        "Chairperson",
        "Chief of Staff",
        "Cloud Architect",
        "Co-Founder",
        "Compliance Officer",
        "Consultant",
        "Controller",
        "Country Manager",
        "Creative Director",
        "Data Architect",
        "Data Protection Officer",
        "Enterprise Architect",
        "Executive Director",
        "General Counsel",
        "General Manager",
        "HR Business Partner",
        "Investor",
        "Legal Counsel",
        "Managing Director",
        "Managing Partner",
        "Medical Director",
        "Partner",
        "President",
        "Product Owner",
        "Solutions Architect",
        "Solutions Consultant",
        "Treasurer",
      ]
    `);
  });

  it("has no title that is both above and below a level without being of it", () => {
    for (const { term } of jobTitles) {
      const at = (levelsOf(term) ?? []).map((level) => seniorityLevels.indexOf(level));
      expect(at).toEqual(at.map((_, index) => (at[0] ?? 0) + index));
    }
  });
});

describe("job titles against departments", () => {
  it("says that nobody in Sales is VP Marketing or CFO", () => {
    expect(
      said({ jobTitles: ["VP Sales", "VP of Marketing", "CFO"], departments: ["Sales", "Legal"] }),
    ).toEqual([
      {
        kind: "titles-outside-departments",
        titles: ["VP of Marketing", "CFO"],
        missing: ["Marketing", "Finance"],
      },
    ]);
  });

  it.each([
    ["VP Marketing", "Executive"],
    ["VP Marketing", "Growth Hacking"],
    ["Sales Engineer", "Engineering"],
    ["HR Director", "People"],
    ["CTO", "Sales"],
    ["Product Marketing Manager", "Product"],
    ["Head of Revenue Operations", "Sales"],
  ])("has nothing against %s in %s", (title, department) => {
    expect(said({ jobTitles: [title], departments: [department] })).toEqual([]);
  });
});

describe("company sizes", () => {
  it("says what two of them have in common", () => {
    expect(
      said({ companySizes: ["51-200", "100 – 300 employees", "500+", "201-500", "1,001-5,000"] }),
    ).toEqual([
      {
        kind: "sizes-overlap",
        overlaps: [
          { sizes: ["51-200", "100 – 300 employees"], both: { from: 100, to: 200 } },
          { sizes: ["100 – 300 employees", "201-500"], both: { from: 201, to: 300 } },
          { sizes: ["500+", "201-500"], both: { from: 500, to: 500 } },
          { sizes: ["500+", "1,001-5,000"], both: { from: 1001, to: 5000 } },
        ],
      },
    ]);
    expect(said({ companySizes: ["500+", "1000+"] })).toEqual([
      {
        kind: "sizes-overlap",
        overlaps: [{ sizes: ["500+", "1000+"], both: { from: 1000, to: Number.POSITIVE_INFINITY } }],
      },
    ]);
  });

  it("has nothing against neighbours, and nothing to say of what is no range", () => {
    expect(said({ companySizes: companySizes.slice(0, 4) })).toEqual([]);
    expect(said({ companySizes: ["SMB", "1-10", "10", "mid-market", "50-20", "5e3+", ""] })).toEqual([]);
  });
});

it("has nothing more against the titles once what it misses is added", () => {
  const anyTitles = fc.subarray(
    jobTitles.map(({ term }) => term),
    { minLength: 1, maxLength: 6 },
  );
  const anyLevels = fc.subarray([...seniorityLevels], { minLength: 1, maxLength: 2 });
  const anyDepartments = fc.subarray(["Sales", "Legal", "Finance"], { minLength: 1 });
  fc.assert(
    fc.property(anyTitles, anyLevels, anyDepartments, (titles, levels, departments) => {
      const form = { jobTitles: titles, seniorityLevels: levels as string[], departments };
      for (const advice of said(form)) {
        if (advice.kind === "titles-outside-levels")
          Object.assign(form, { seniorityLevels: [...levels, ...advice.missing] });
        if (advice.kind === "titles-outside-departments")
          Object.assign(form, { departments: [...departments, ...advice.missing] });
      }
      expect(said(form).filter((advice) => "titles" in advice)).toEqual([]);
    }),
  );
});

it("takes whatever people write for what it is", () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      for (const advice of advise(draft)) {
        if ("titles" in advice) expect(draft.jobTitles).toEqual(expect.arrayContaining([...advice.titles]));
      }
    }),
  );
});
