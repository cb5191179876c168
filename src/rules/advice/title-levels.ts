import { seniorityLevels } from "../profile.ts";
import { foldKey } from "../text.ts";
import { knownAs } from "../vocabulary/known-as.ts";

export type SeniorityLevel = (typeof seniorityLevels)[number];

/**
 * The levels that people of a title can be of. Undefined for titles that the vocabulary does not know, and for those
 * that mean one thing here and another there, such as Founder, Partner, Managing Director or Chief of Staff: of these
 * nothing is said.
 */
export function levelsOf(title: string): readonly SeniorityLevel[] | undefined {
  const known = knownAs("jobTitles", title);
  if (known === undefined || disputed.has(known)) return undefined;
  return kinds.find(({ of }) => of.test(known))?.levels;
}

/** The same of a level as it was written; undefined for one that is not among the five. */
export function levelOf(level: string): SeniorityLevel | undefined {
  const key = foldKey(level);
  return seniorityLevels.find((known) => foldKey(known) === key);
}

/** Wide enough to hold everywhere: a Finance Director sits on some boards, and a Product Manager leads nobody in most teams. */
const kinds: readonly { readonly of: RegExp; readonly levels: readonly SeniorityLevel[] }[] = [
  { of: /^C[A-Z]{2,3}$|^Chief .+ Officer$/, levels: ["C-Suite"] },
  { of: /^[ES]VP /, levels: ["C-Suite", "VP"] },
  { of: /^VP /, levels: ["VP"] },
  { of: /^Head of /, levels: ["C-Suite", "VP", "Director", "Manager"] },
  { of: / Director$/, levels: ["C-Suite", "VP", "Director"] },
  { of: / Manager$/, levels: ["Director", "Manager", "Individual Contributor"] },
  {
    of: /(?:Representative|Executive|Analyst|Engineer|Developer|Designer|Specialist|Assistant|Scientist|Administrator)$/,
    levels: ["Manager", "Individual Contributor"],
  },
  { of: /^(?:Accountant|Recruiter)$/, levels: ["Manager", "Individual Contributor"] },
];

const disputed: ReadonlySet<string> = new Set([
  "Account Director",
  "Country Manager",
  "Creative Director",
  "Executive Director",
  "General Manager",
  "Managing Director",
  "Medical Director",
]);
