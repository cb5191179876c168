import { z } from "zod";
import type { Doer } from "./people.ts";
import { Author } from "./people.ts";
import { cleanLine, cleanText, foldKey } from "./text.ts";

/** Lengths are UTF-16 code units. Kashew documents none of these: they are ours, and fit Slack's menus. */
export const limits = {
  name: 100,
  description: 500,
  term: 75,
  terms: 50,
  dailyLimit: { min: 1, max: 1000 },
  minConfidence: { min: 0, max: 1 },
} as const;

/** The target fields that hold lists of words. */
export const termFields = [
  "industries",
  "companySizes",
  "jobTitles",
  "seniorityLevels",
  "departments",
  "countries",
] as const;
export type TermField = (typeof termFields)[number];

/** Offered in this order. Source: Kashew's API page; other values may come from Kashew and are kept. */
export const companySizes = ["1-10", "11-50", "51-200", "201-500", "500+"] as const;
export const seniorityLevels = ["C-Suite", "VP", "Director", "Manager", "Individual Contributor"] as const;
/** `daily` is the only schedule that Kashew documents. */
export const schedules = ["daily"] as const;

export const defaults = { isActive: true, dailyLimit: 10, schedule: "daily", minConfidence: 0.7 } as const;

const Term = z.string().transform(cleanLine).pipe(text(1, limits.term));
const Terms = z.array(Term).transform(withoutRepeats).pipe(z.array(z.string()).max(limits.terms));

const fields = {
  name: z.string().transform(cleanLine).pipe(text(1, limits.name)),
  description: z.string().transform(cleanText).pipe(text(0, limits.description)),
  isActive: z.boolean(),
  industries: Terms,
  companySizes: Terms,
  jobTitles: Terms,
  seniorityLevels: Terms,
  departments: Terms,
  countries: Terms,
  minConfidence: z.number().min(limits.minConfidence.min).max(limits.minConfidence.max),
  dailyLimit: z.int().min(limits.dailyLimit.min).max(limits.dailyLimit.max),
  schedule: Term,
};

/** What a person says of a profile. An empty list means "not set": any value matches. */
export const ProfileDraft = z.object({
  name: fields.name,
  description: fields.description.default(""),
  isActive: fields.isActive.default(defaults.isActive),
  industries: fields.industries.default([]),
  companySizes: fields.companySizes.default([]),
  jobTitles: fields.jobTitles.default([]),
  seniorityLevels: fields.seniorityLevels.default([]),
  departments: fields.departments.default([]),
  countries: fields.countries.default([]),
  minConfidence: fields.minConfidence.default(defaults.minConfidence),
  dailyLimit: fields.dailyLimit.default(defaults.dailyLimit),
  schedule: fields.schedule.default(defaults.schedule),
});
export type ProfileDraft = z.infer<typeof ProfileDraft>;

const draftFields = Object.keys(ProfileDraft.shape) as (keyof ProfileDraft)[];

/** The draft's own fields alone, always in one order: two that say the same are the same as JSON. */
export function draftOf(profile: ProfileDraft): ProfileDraft {
  return Object.fromEntries(draftFields.map((field) => [field, profile[field]])) as ProfileDraft;
}

/** What a form holds before it is a profile: as many of the fields as can be read. */
export const FormValues = z.object(fields).partial();
export type FormValues = z.infer<typeof FormValues>;

/** A UUID, as in Kashew; of whatever version, since Kashew documents none. */
export const ProfileId = z.guid().brand<"ProfileId">();
export type ProfileId = z.infer<typeof ProfileId>;

/** A profile as it is kept. Times are UTC, ISO 8601; `revision` starts at 1, where it was changed last when it was created. */
export const Profile = ProfileDraft.extend({
  id: ProfileId,
  revision: z.int().min(1),
  /** Who answers for it: whoever made it, until somebody else is named. */
  owner: Author,
  createdAt: z.iso.datetime(),
  createdBy: Author,
  changedAt: z.iso.datetime(),
  changedBy: Author,
});
export type Profile = z.infer<typeof Profile> & {
  /** What is not simply what its keeper says of it. A field that is left out is. */
  readonly known?: Readonly<Partial<Record<ProfileField, Known>>>;
  /** What its keeper says beyond all that, in the keeper's own words. */
  readonly foreign?: Readonly<Record<string, unknown>>;
};

/** What a profile's keeper is asked for. */
export type ProfileField = keyof ProfileDraft | "createdAt";

/**
 * How a field is known where its keeper does not say it. With `own-copy` the value is the one that was saved from
 * here. Otherwise a default stands in, and it is not known: the keeper never returns it, it returned none this time,
 * or one that cannot be read. An empty value that was returned is none of these.
 */
export type Known = "own-copy" | "not-returned" | "missing" | "unreadable";

/** What was saved from here with a keeper that does not return all of it. `at` is UTC, ISO 8601. */
export interface OwnCopy {
  readonly id: ProfileId;
  readonly draft: ProfileDraft;
  readonly by: Doer;
  readonly at: string;
}

/** zod counts code points, Slack's menus and messages may count UTF-16 code units. */
function text(min: number, max: number) {
  return z
    .string()
    .refine(({ length }) => length >= min && length <= max, `takes ${min} to ${max} characters`);
}

/** One word in two spellings is one word, in the first one. */
export function withoutRepeats(terms: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const term of terms) {
    const key = foldKey(term);
    if (!byKey.has(key)) byKey.set(key, term);
  }
  return [...byKey.values()];
}
