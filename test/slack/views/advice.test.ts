import { expect, it } from "vitest";
import type { Advice } from "../../../src/rules/advice/advice.ts";
import { advise } from "../../../src/rules/advice/advice.ts";
import type { Overlap } from "../../../src/rules/overlap.ts";
import type { FormValues } from "../../../src/rules/profile.ts";
import { ProfileId } from "../../../src/rules/profile.ts";
import { drawAdvice } from "../../../src/slack/views/advice.ts";

const full = { industries: ["SaaS"], countries: ["Chile"] };

it.each<[FormValues, string]>([
  [{}, "No target field is filled, so any company and anybody in it match. Fill at least two."],
  [
    { countries: ["Chile"] },
    "Only Countries is filled, so nearly anybody matches. Fill at least two target fields.",
  ],
  [
    { jobTitles: ["SDR"], seniorityLevels: ["C-Suite"] },
    "“SDR” is outside the seniority levels you chose (C-Suite), so that title finds nobody. Add the level, or remove the title.",
  ],
  [
    { jobTitles: ["SDR", "BDR", "CFO"], seniorityLevels: ["VP", "Director"] },
    "“SDR”, “BDR” and “CFO” are outside the seniority levels you chose (VP and Director), so those titles find nobody. Add the level, or remove the titles.",
  ],
  [
    { jobTitles: ["VP Sales"], seniorityLevels: ["VP", "C-Suite", "Manager"] },
    "No job title is of the levels C-Suite and Manager, so those levels find nobody. Add a title, or remove the levels.",
  ],
  [
    { ...full, jobTitles: ["CFO"], departments: ["Sales"] },
    "“CFO” is outside the departments you chose (Sales), so that title finds nobody. Add the department, or remove the title.",
  ],
  [
    { ...full, companySizes: ["1-100", "51-200", "150+"] },
    "Company sizes overlap: “1-100” and “51-200” both take in companies of 51 to 100 employees; “51-200” and “150+” both take in companies of 150 to 200 employees.",
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
    "Shares 4 of 5 industries, 1 of 2 countries and all job titles with <!channel> *Enterprise* SaaS. Where they overlap, both find the same people. Narrow one of them, or edit the other profile instead.",
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
