import type { OwnCopy, Profile, ProfileDraft } from "../rules/profile.ts";
import type { KashewField } from "./dialect.ts";
import { kashewNames } from "./dialect.ts";
import type { ListedProfile } from "./read-listed.ts";
import { returnedFields } from "./read-listed.ts";

const draftFields = Object.keys(kashewNames).filter(
  (field): field is keyof ProfileDraft => field !== "id" && field !== "createdAt",
);

/** The body of `POST /icp-profiles`. What is not set is left out, as the page has it for all but the name. */
export function toKashewDraft(draft: ProfileDraft): Partial<Record<KashewField, unknown>> {
  const set = draftFields.filter((field) => draft[field] !== "" && !isEmptyList(draft[field]));
  return Object.fromEntries(set.map((field) => [kashewNames[field], draft[field]]));
}

/** Kashew's word counts for what it returns, our own for what its answer does not have. */
export function withOwnCopy({ profile, absent }: ListedProfile, copy: OwnCopy | undefined): Profile {
  if (copy === undefined) return profile;
  const { by, draft, at } = copy;
  const own = { ...draft, createdAt: at };
  const values = Object.fromEntries(absent.map((field) => [field, own[field]]));
  const known = {
    ...profile.known,
    ...Object.fromEntries(absent.map((field) => [field, "own-copy" as const])),
  };
  const { createdAt } = { ...profile, ...values };
  return {
    ...profile,
    ...values,
    owner: by,
    createdBy: by,
    changedAt: createdAt,
    changedBy: by,
    ...(absent.length > 0 && { known }),
  };
}

/** What Kashew will return of a profile that it has just taken. */
export function fromOwnCopy(copy: OwnCopy): Profile {
  const { id, draft, by, at } = copy;
  const made = { revision: 1, owner: by, createdAt: at, createdBy: by, changedAt: at, changedBy: by };
  const absent = draftFields.filter((field) => !(returnedFields as readonly string[]).includes(field));
  return withOwnCopy({ profile: { ...draft, id, ...made }, absent }, copy);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
