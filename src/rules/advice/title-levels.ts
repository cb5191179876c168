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
  return kindOf(title)?.levels;
}

/** The level of most people of a title of which something is said. */
export function usualLevelOf(title: string): SeniorityLevel | undefined {
  return kindOf(title)?.usual;
}

/** The same of a level as it was written; undefined for one that is not among the five. */
export function levelOf(level: string): SeniorityLevel | undefined {
  const key = foldKey(level);
  return seniorityLevels.find((known) => foldKey(known) === key);
}

function kindOf(title: string): Kind | undefined {
  const known = knownAs("jobTitles", title);
  if (known === undefined || disputed.has(known)) return undefined;
  return kinds.find(({ of }) => of.test(known));
}

interface Kind {
  readonly of: RegExp;
  readonly levels: readonly SeniorityLevel[];
  /** One of them. */
  readonly usual: SeniorityLevel;
}

/** Wide enough to hold everywhere: a Finance Director sits on some boards, and a Product Manager leads nobody in most teams. */
const kinds: readonly Kind[] = [
  { of: /^C[A-Z]{2,3}$|^Chief .+ Officer$/, levels: ["C-Suite"], usual: "C-Suite" },
  { of: /^[ES]VP /, levels: ["C-Suite", "VP"], usual: "VP" },
  { of: /^VP /, levels: ["VP"], usual: "VP" },
  { of: /^Head of /, levels: ["C-Suite", "VP", "Director", "Manager"], usual: "Director" },
  { of: / Director$/, levels: ["C-Suite", "VP", "Director"], usual: "Director" },
  { of: / Manager$/, levels: ["Director", "Manager", "Individual Contributor"], usual: "Manager" },
  {
    of: /(?:Representative|Executive|Analyst|Engineer|Developer|Designer|Specialist|Assistant|Scientist|Administrator)$|^(?:Accountant|Recruiter)$/,
    levels: ["Manager", "Individual Contributor"],
    usual: "Individual Contributor",
  },
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
