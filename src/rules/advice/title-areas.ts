import { knownAs } from "../vocabulary/known-as.ts";

/** Departments of which nobody is in two at once. The others, such as Operations or Executive, overlap with some of them. */
const areas = ["Sales", "Marketing", "Engineering", "Finance", "Human Resources", "Legal"] as const;
export type Area = (typeof areas)[number];

/** The department of a title that says it; undefined for all others. */
export function areaOf(title: string): Area | undefined {
  const known = knownAs("jobTitles", title);
  if (known === undefined) return undefined;
  const [, ranked, led] = withArea.exec(known) ?? [];
  const named = ranked ?? led ?? "";
  return chiefs[known] ?? areas.find((area) => area === (otherNames[named] ?? named));
}

/** Undefined where a department is not one of those. */
export function asArea(department: string): Area | undefined {
  const known = knownAs("departments", department);
  return areas.find((area) => area === known);
}

const withArea = /^(?:[ES]?VP|Head of) (.+)$|^(.+) (?:Director|Manager)$/;
const otherNames: Readonly<Record<string, Area>> = { HR: "Human Resources", People: "Human Resources" };
const chiefs: Readonly<Record<string, Area>> = {
  CFO: "Finance",
  CHRO: "Human Resources",
  CMO: "Marketing",
  "Chief Legal Officer": "Legal",
};
