import type { RichTextBlock, RichTextBlockElement, RichTextSection } from "@slack/types";
import type { Advice } from "../../rules/advice/advice.ts";
import type { SizeOverlap } from "../../rules/advice/size-ranges.ts";
import type { Overlap, SharedField } from "../../rules/overlap.ts";
import type { TermField } from "../../rules/profile.ts";
import { fieldNames, peopleFields, shownNameOf } from "./profile-words.ts";

/** The block at the end of the form: always there, so that nothing moves when its words change. */
export const adviceBlock = "form-advice";

/** Rich text, which takes every word for itself: names of profiles and words of people stand in it. */
export function drawAdvice(advice: readonly Advice[]): RichTextBlock {
  const lead = line({ type: "text", text: "Advice", style: { bold: true } });
  const rest: RichTextBlockElement =
    advice.length === 0
      ? line({ type: "text", text: nothing })
      : { type: "rich_text_list", style: "bullet", elements: advice.map((each) => line(...wordsOf(each))) };
  return { type: "rich_text", block_id: adviceBlock, elements: [lead, rest] };
}

const nothing = "Nothing to point out. Whatever is said here never stops you from saving.";

type Words = RichTextSection["elements"][number];

function line(...elements: Words[]): RichTextSection {
  return { type: "rich_text_section", elements };
}

function wordsOf(advice: Advice): Words[] {
  return advice.kind === "like-another"
    ? overlapWords(advice.overlap)
    : [{ type: "text", text: sentenceOf(advice) }];
}

/** In one line, for a place of its own. */
export function sentenceOf(advice: Exclude<Advice, { kind: "like-another" }>): string {
  switch (advice.kind) {
    case "few-targets":
      return fewTargets(advice.filled);
    case "titles-outside-levels":
      return outside(advice, { where: "at the seniority levels", one: "level" });
    case "titles-outside-departments":
      return outside(advice, { where: "in the departments", one: "department" });
    case "levels-without-title":
      return withoutTitle(advice.levels);
    case "sizes-overlap":
      return overlappingSizes(advice.overlaps);
  }
}

function fewTargets([only]: readonly TermField[]): string {
  if (only === undefined)
    return "No target field is filled, so anybody anywhere matches: fill at least two, such as Industries and Job titles.";
  const other = peopleFields.some((field) => field === only) ? "Industries" : "Job titles";
  return `Only ${fieldNames[only]} is filled, so nearly anybody matches: fill at least one more, such as ${other}.`;
}

function outside(
  { titles, missing }: { titles: readonly string[]; missing: readonly string[] },
  { where, one }: { where: string; one: string },
): string {
  const [find, title] = titles.length === 1 ? ["finds", "title"] : ["find", "titles"];
  const what = `${listed(titles.map(quoted))} ${find} nobody ${where} you chose`;
  const add = `add the ${missing.length === 1 ? one : `${one}s`} ${listed(missing, missing.length)}`;
  return `${what}: ${add}, or remove the ${title}.`;
}

function withoutTitle(levels: readonly string[]): string {
  return levels.length === 1
    ? `The seniority level ${listed(levels)} finds nobody, since no job title is of it: add such a title, or remove the level.`
    : `The seniority levels ${listed(levels)} find nobody, since no job title is of them: add such titles, or remove the levels.`;
}

function overlappingSizes(overlaps: readonly SizeOverlap[]): string {
  const pairs = overlaps.slice(0, mostNamed).map(({ sizes: [one, other], both: { from, to } }) => {
    const range =
      to === from ? `${from}` : to === Number.POSITIVE_INFINITY ? `${from} or more` : `${from} to ${to}`;
    return `“${one}” and “${other}” at ${range} employees`;
  });
  const rest = overlaps.length - pairs.length;
  const which = [...pairs, ...(rest === 0 ? [] : [`and ${rest} more`])].join("; ");
  return `Company sizes overlap, ${which}: remove one, unless you want both.`;
}

/** "Shares 4 of 5 industries and all job titles with Enterprise SaaS, so …" */
function overlapWords({ profile, fields }: Overlap): Words[] {
  return [
    { type: "text", text: `Shares ${listed(fields.map(sharedWords), fields.length)} with ` },
    { type: "text", text: shownNameOf(profile), style: { italic: true } },
    {
      type: "text",
      text: ", so both find some of the same people: narrow one of them, or edit the other one instead.",
    },
  ];
}

function sharedWords({ field, shared, of }: SharedField): string {
  return `${shared === of ? "all" : `${shared} of ${of}`} ${fieldNames[field].toLowerCase()}`;
}

/** More words than these are only counted. */
const mostNamed = 3;

/** "A", "A and B", "A, B, C and 4 more" */
function listed(words: readonly string[], most = mostNamed): string {
  const named = words.slice(0, most);
  const rest = words.length - named.length;
  const all = rest === 0 ? named : [...named, `${rest} more`];
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

function quoted(word: string): string {
  return `“${word}”`;
}
