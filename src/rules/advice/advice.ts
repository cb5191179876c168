import { setFields } from "../hints.ts";
import type { Overlap } from "../overlap.ts";
import type { FormValues, TermField } from "../profile.ts";
import { seniorityLevels } from "../profile.ts";
import type { SizeOverlap } from "./size-ranges.ts";
import { overlapsOf } from "./size-ranges.ts";
import type { Area } from "./title-areas.ts";
import { areaOf, asArea } from "./title-areas.ts";
import type { SeniorityLevel } from "./title-levels.ts";
import { levelOf, levelsOf, usualLevelOf } from "./title-levels.ts";

/** What somebody may want to think over before they save. Nothing of it stands in their way. */
export type Advice =
  /** So few target fields are filled that nearly anybody matches. */
  | { readonly kind: "few-targets"; readonly filled: readonly TermField[] }
  /** Nobody has one of these titles and is of one of the levels. */
  | {
      readonly kind: "titles-outside-levels";
      readonly titles: readonly string[];
      /** With these, somebody has each of the titles. */
      readonly missing: readonly SeniorityLevel[];
    }
  /** Nobody of these levels has any of the titles. */
  | { readonly kind: "levels-without-title"; readonly levels: readonly string[] }
  /** Nobody has one of these titles and works in one of the departments. */
  | {
      readonly kind: "titles-outside-departments";
      readonly titles: readonly string[];
      /** Where those people work. */
      readonly missing: readonly Area[];
    }
  /** Some companies are of two of the sizes. */
  | { readonly kind: "sizes-overlap"; readonly overlaps: readonly SizeOverlap[] }
  /** Another profile finds many of the same people. */
  | { readonly kind: "like-another"; readonly overlap: Overlap };

/** Fewer than these are few. */
const leastTargets = 2;

/** What there is to say of a form as it is filled in; `overlap` is what it has in common with another profile. */
export function advise(values: FormValues, overlap?: Overlap): readonly Advice[] {
  return [
    ...adviseOnTargets(values),
    ...adviseOnLevels(values),
    ...adviseOnDepartments(values),
    ...adviseOnSizes(values),
    ...(overlap === undefined ? [] : [{ kind: "like-another", overlap } as const]),
  ];
}

function adviseOnTargets(values: FormValues): Advice[] {
  const filled = setFields(values);
  return filled.length < leastTargets ? [{ kind: "few-targets", filled }] : [];
}

/** A level in words of their own may be any, and with it any title is right. */
function adviseOnLevels({ jobTitles: titles = [], seniorityLevels: levels = [] }: FormValues): Advice[] {
  const known = levels.map(levelOf);
  if (titles.length === 0 || levels.length === 0 || known.includes(undefined)) return [];
  const fits = (title: string, level: string) => {
    const possible: readonly (string | undefined)[] | undefined = levelsOf(title);
    return possible === undefined || possible.includes(levelOf(level));
  };
  const outside = titles.filter((title) => !levels.some((level) => fits(title, level)));
  if (outside.length > 0) {
    const usual = outside.map(usualLevelOf);
    const missing = seniorityLevels.filter((level) => usual.includes(level));
    return [{ kind: "titles-outside-levels", titles: outside, missing }];
  }
  const without = levels.filter((level) => !titles.some((title) => fits(title, level)));
  return without.length === 0 ? [] : [{ kind: "levels-without-title", levels: without }];
}

/** A department that overlaps with others may hold anybody. */
function adviseOnDepartments({ jobTitles: titles = [], departments = [] }: FormValues): Advice[] {
  const areas = departments.map(asArea);
  if (departments.length === 0 || areas.includes(undefined)) return [];
  const outside = titles.flatMap((title) => {
    const area = areaOf(title);
    return area === undefined || areas.includes(area) ? [] : [{ title, area }];
  });
  if (outside.length === 0) return [];
  const missing = [...new Set(outside.map(({ area }) => area))];
  const named = outside.map(({ title }) => title);
  return [{ kind: "titles-outside-departments", titles: named, missing }];
}

function adviseOnSizes({ companySizes = [] }: FormValues): Advice[] {
  const overlaps = overlapsOf(companySizes);
  return overlaps.length === 0 ? [] : [{ kind: "sizes-overlap", overlaps }];
}
