import { z } from "zod";
import { isUnknown } from "../rules/known-fields.ts";
import type { Profile } from "../rules/profile.ts";
import { ProfileDraft, ProfileId } from "../rules/profile.ts";

/** Our fields in Kashew's words. Source: Kashew's API page, "ICP Profiles". */
export const kashewNames = {
  id: "id",
  name: "name",
  description: "description",
  isActive: "is_active",
  industries: "target_industries",
  companySizes: "target_company_sizes",
  jobTitles: "target_job_titles",
  seniorityLevels: "target_seniority_levels",
  departments: "target_departments",
  countries: "target_countries",
  minConfidence: "min_confidence_score",
  dailyLimit: "daily_prospect_limit",
  schedule: "generation_schedule",
  createdAt: "created_at",
} as const satisfies Record<
  Exclude<
    keyof Profile,
    "revision" | "owner" | "createdBy" | "changedAt" | "changedBy" | "known" | "foreign"
  >,
  string
>;

type Field = keyof typeof kashewNames;
export type KashewField = (typeof kashewNames)[Field];
/** A profile as Kashew writes it. */
export type KashewProfile = { readonly [each in Field as (typeof kashewNames)[each]]: Profile[each] };

/** What a profile is made from, as Kashew writes it. */
export type KashewDraft = {
  readonly [each in keyof ProfileDraft as (typeof kashewNames)[each]]: ProfileDraft[each];
};

/** A profile that comes from elsewhere, with the id and the time (UTC, ISO 8601) that it brings. */
const Incoming = ProfileDraft.extend({
  id: z.string().toLowerCase().pipe(ProfileId).optional(),
  createdAt: z.iso
    .datetime({ offset: true })
    .transform((time) => new Date(time).toISOString())
    .optional(),
});
type Incoming = z.infer<typeof Incoming>;

export type ForeignProblem =
  /** Not an object with the one key `profiles` that holds a list. */
  | { readonly kind: "not-profiles" }
  | { readonly kind: "not-a-profile"; readonly index: number }
  | { readonly kind: "wrong-value"; readonly index: number; readonly field: KashewField };

export type Reading =
  | {
      readonly kind: "profiles";
      readonly profiles: readonly Incoming[];
      /** What no profile here has, such as a field that Kashew alone knows, and how many have it there. */
      readonly leftOut: ReadonlyMap<string, number>;
    }
  | { readonly kind: "problems"; readonly problems: readonly ForeignProblem[] };

/** `readKashewProfiles` is its inverse, but for the revision and who wrote it, which Kashew does not know. */
export function toKashew(profile: Profile): KashewProfile {
  const fields = Object.entries(kashewNames) as [Field, KashewField][];
  return Object.fromEntries(fields.map(([ours, theirs]) => [theirs, profile[ours]])) as KashewProfile;
}

export function fromKashewDraft(draft: KashewDraft): ProfileDraft {
  const fields = Object.keys(ProfileDraft.shape) as (keyof ProfileDraft)[];
  return Object.fromEntries(fields.map((ours) => [ours, draft[kashewNames[ours]]])) as ProfileDraft;
}

/** The same of those fields that are there. */
export function fromKashewChange(
  change: {
    readonly [Name in keyof KashewDraft]?: KashewDraft[Name] | undefined;
  },
): Partial<ProfileDraft> {
  const fields = Object.keys(ProfileDraft.shape) as (keyof ProfileDraft)[];
  const given = fields.map((ours) => [ours, change[kashewNames[ours]]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** All that is known of a profile and nothing else, with what its keeper says beyond our fields. */
export function toExported(profile: Profile): Readonly<Record<string, unknown>> {
  const written = Object.entries(kashewNames).filter(
    ([ours]) => ours === "id" || !isUnknown(profile, ours as Exclude<Field, "id">),
  );
  const fields = written.map(([ours, theirs]) => [theirs, profile[ours as Field]] as const);
  return Object.fromEntries([...fields, ...Object.entries(profile.foreign ?? {})]);
}

/**
 * Reads `{ "profiles": […] }`. What is missing, or null, takes its default, what has another name is left out, and all
 * problems are told at once.
 */
export function readKashewProfiles(body: unknown): Reading {
  const list = z.object({ profiles: z.array(z.unknown()) }).safeParse(body);
  if (!list.success) return { kind: "problems", problems: [{ kind: "not-profiles" }] };
  const read = list.data.profiles.map(readProfile);
  const profiles = read.flatMap((each) => ("profile" in each ? [each.profile] : []));
  const problems = read.flatMap((each) => ("problems" in each ? each.problems : []));
  if (problems.length > 0) return { kind: "problems", problems };
  return { kind: "profiles", profiles, leftOut: strangeIn(list.data.profiles) };
}

function readProfile(
  value: unknown,
  index: number,
): { readonly profile: Incoming } | { readonly problems: readonly ForeignProblem[] } {
  const given = z.record(z.string(), z.unknown()).safeParse(value);
  if (!given.success || Array.isArray(value)) return { problems: [{ kind: "not-a-profile", index }] };
  const fields = Object.entries(kashewNames).map(([ours, theirs]) => [ours, given.data[theirs] ?? undefined]);
  const profile = Incoming.safeParse(Object.fromEntries(fields));
  if (profile.success) return { profile: profile.data };
  const wrong = new Set(profile.error.issues.map(({ path }) => kashewNames[path[0] as Field]));
  return { problems: [...wrong].map((field) => ({ kind: "wrong-value", index, field }) as const) };
}

function strangeIn(profiles: readonly unknown[]): ReadonlyMap<string, number> {
  const names: readonly string[] = Object.values(kashewNames);
  const strange = new Map<string, number>();
  for (const key of profiles.flatMap((each) => Object.keys(each as object))) {
    if (!names.includes(key)) strange.set(key, (strange.get(key) ?? 0) + 1);
  }
  return strange;
}
