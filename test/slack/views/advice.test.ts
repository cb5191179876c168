import { expect, it } from "vitest";
import type { Advice } from "../../../src/rules/advice/advice.ts";
import { advise } from "../../../src/rules/advice/advice.ts";
import type { Overlap } from "../../../src/rules/overlap.ts";
import type { FormValues } from "../../../src/rules/profile.ts";
import { ProfileId } from "../../../src/rules/profile.ts";
import { drawAdvice } from "../../../src/slack/views/advice.ts";

const full = { industries: ["SaaS"], countries: ["Chile"] };

it.each<[FormValues, string]>([
  [
    {},
    "No target field is filled, so anybody anywhere matches: fill at least two, such as Industries and Job titles.",
  ],
  [
    { countries: ["Chile"] },
    "Only Countries is filled, so nearly anybody matches: fill at least one more, such as Job titles.",
  ],
  [
    { departments: ["Sales"] },
    "Only Departments is filled, so nearly anybody matches: fill at least one more, such as Industries.",
  ],
  [
    { jobTitles: ["VP Sales"], seniorityLevels: ["C-Suite"] },
    "“VP Sales” finds nobody at the seniority levels you chose: add the level VP, or remove the title.",
  ],
  [
    { jobTitles: ["SDR", "BDR", "CFO"], seniorityLevels: ["VP", "Director"] },
    "“SDR”, “BDR” and “CFO” find nobody at the seniority levels you chose: add the levels C-Suite and Individual Contributor, or remove the titles.",
  ],
  [
    { jobTitles: ["VP Sales"], seniorityLevels: ["VP", "C-Suite"] },
    "The seniority level C-Suite finds nobody, since no job title is of it: add such a title, or remove the level.",
  ],
  [
    { jobTitles: ["VP Sales"], seniorityLevels: ["VP", "C-Suite", "Manager"] },
    "The seniority levels C-Suite and Manager find nobody, since no job title is of them: add such titles, or remove the levels.",
  ],
  [
    { ...full, jobTitles: ["CFO"], departments: ["Sales"] },
    "“CFO” finds nobody in the departments you chose: add the department Finance, or remove the title.",
  ],
  [
    { ...full, companySizes: ["201-500", "500+"] },
    "Company sizes overlap, “201-500” and “500+” at 500 employees: remove one, unless you want both.",
  ],
  [
    { ...full, companySizes: ["1-100", "51-200", "150+"] },
    "Company sizes overlap, “1-100” and “51-200” at 51 to 100 employees; “51-200” and “150+” at 150 to 200 employees: remove one, unless you want both.",
  ],
])("says in words what is the matter and what to do: %j", (values, words) => {
  expect(linesOf(advise(values))).toEqual([words]);
});

it("says that there is nothing, and that no advice is an order", () => {
  expect(linesOf([])).toEqual(["Nothing to point out. Whatever is said here never stops you from saving."]);
});

it("names the profile that is alike in a text of its own, which Slack does not parse", () => {
  const overlap: Overlap = {
    profile: { id: ProfileId.parse(crypto.randomUUID()), name: "<!channel> *Enterprise* SaaS" },
    fields: [
      { field: "industries", shared: 4, of: 5 },
      { field: "countries", shared: 1, of: 2 },
      { field: "jobTitles", shared: 2, of: 2 },
    ],
  };
  expect(linesOf(advise(full, overlap))).toEqual([
    "Shares 4 of 5 industries, 1 of 2 countries and all job titles with <!channel> *Enterprise* SaaS, so both find some of the same people: narrow one of them, or edit the other one instead.",
  ]);
  expect(JSON.stringify(drawAdvice(advise(full, overlap)))).toContain(
    '{"type":"text","text":"<!channel> *Enterprise* SaaS","style":{"italic":true}}',
  );
});

/** What stands beneath the heading. */
function linesOf(advice: readonly Advice[]): string[] {
  const [, rest] = drawAdvice(advice).elements;
  const lines = rest?.type === "rich_text_list" ? rest.elements : [rest];
  return lines.map((line) =>
    Array.from(JSON.stringify(line).matchAll(/"text":"([^"]*)"/g), ([, text]) => text).join(""),
  );
}
