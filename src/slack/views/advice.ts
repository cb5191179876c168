import type { RichTextBlock, RichTextBlockElement, RichTextSection } from "@slack/types";
import type { Advice } from "../../rules/advice/advice.ts";
import type { SizeOverlap } from "../../rules/advice/size-ranges.ts";
import type { Overlap, SharedField } from "../../rules/overlap.ts";
import { fieldNames, shownNameOf } from "./profile-words.ts";

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

function sentenceOf(advice: Exclude<Advice, { kind: "like-another" }>): string {
  switch (advice.kind) {
    case "few-targets": {
      const [only] = advice.filled;
      return only === undefined
        ? "No target field is filled, so any company and anybody in it match. Fill at least two."
        : `Only ${fieldNames[only]} is filled, so nearly anybody matches. Fill at least two target fields.`;
    }
    case "titles-outside-levels":
      return outside(advice.titles, { chosen: advice.levels, what: "seniority levels", one: "level" });
    case "titles-outside-departments":
      return outside(advice.titles, { chosen: advice.departments, what: "departments", one: "department" });
    case "levels-without-title": {
      const { levels } = advice;
      const [of, end] =
        levels.length === 1 ? ["level", "that level finds nobody"] : ["levels", "those levels find nobody"];
      return `No job title is of the ${of} ${listed(levels)}, so ${end}. Add a title, or remove the ${of}.`;
    }
    case "sizes-overlap":
      return overlappingSizes(advice.overlaps);
  }
}

function outside(
  titles: readonly string[],
  { chosen, what, one }: { chosen: readonly string[]; what: string; one: string },
): string {
  const [is, end] =
    titles.length === 1 ? ["is", "that title finds nobody"] : ["are", "those titles find nobody"];
  const remedy = `Add the ${one}, or remove the ${titles.length === 1 ? "title" : "titles"}.`;
  return `${listed(titles.map(quoted))} ${is} outside the ${what} you chose (${listed(chosen)}), so ${end}. ${remedy}`;
}

function overlappingSizes(overlaps: readonly SizeOverlap[]): string {
  const pairs = overlaps.slice(0, mostNamed).map(({ sizes: [one, other], both: { from, to } }) => {
    const range =
      to === from ? `${from}` : to === Number.POSITIVE_INFINITY ? `${from} or more` : `${from} to ${to}`;
    return `“${one}” and “${other}” both take in companies of ${range} employees`;
  });
  const rest = overlaps.length - pairs.length;
  return `Company sizes overlap: ${pairs.join("; ")}${rest === 0 ? "" : `; and ${rest} more`}.`;
}

/** "Shares 4 of 5 industries and all job titles with Enterprise SaaS." */
function overlapWords({ profile, fields }: Overlap): Words[] {
  return [
    { type: "text", text: `Shares ${listed(fields.map(sharedWords), fields.length)} with ` },
    { type: "text", text: shownNameOf(profile), style: { italic: true } },
    {
      type: "text",
      text: ". Where they overlap, both find the same people. Narrow one of them, or edit the other profile instead.",
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
