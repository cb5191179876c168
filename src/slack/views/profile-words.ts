import { isKeyName, maskedKey } from "../../rules/api-key.ts";

import { isUnknown } from "../../rules/known-fields.ts";
import type { Author, Doer } from "../../rules/people.ts";

import type { Profile, TermField } from "../../rules/profile.ts";
import { limits } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";

/** How the fields are called, everywhere. */
export const fieldNames = {
  name: "Name",
  description: "Description",
  isActive: "Active",
  industries: "Industries",
  companySizes: "Company sizes",
  jobTitles: "Job titles",
  seniorityLevels: "Seniority levels",
  departments: "Departments",
  countries: "Countries",
  minConfidence: "Minimum confidence",
  dailyLimit: "Daily prospect limit",
  schedule: "Schedule",
} as const;

export const companyFields = ["industries", "companySizes", "countries"] as const satisfies TermField[];
export const peopleFields = ["jobTitles", "seniorityLevels", "departments"] as const satisfies TermField[];

export function stateOf(profile: Pick<Profile, "isActive" | "known">): string {
  if (isUnknown(profile, "isActive")) return "State unknown";
  return profile.isActive ? "Active" : "Paused";
}

/** "Fintech DACH", "Fintech UK (paused)" */
export function nameAndState(profile: Pick<Profile, "name" | "isActive">): string {
  const name = shownNameOf(profile);
  return profile.isActive ? name : `${name} (paused)`;
}

/** "Up to 10 prospects a day" */
export function limitOf(profile: Pick<Profile, "dailyLimit" | "known">): string {
  if (isUnknown(profile, "dailyLimit")) return "Daily limit unknown";
  const { dailyLimit } = profile;
  return `Up to ${dailyLimit} ${dailyLimit === 1 ? "prospect" : "prospects"} a day`;
}

export function scheduleName(schedule: string): string {
  return schedule === "daily" ? "Daily" : cutTo(schedule, limits.term);
}

/** The main ones of the targets. */
export const targetFields = [
  "industries",
  "companySizes",
  "jobTitles",
  "countries",
] as const satisfies TermField[];

/** The main targets in one line of at most 150 characters: two values a field, then how many more. */
export function targetsLine(profile: Profile): string {
  const parts = targetFields
    .filter((field) => profile[field].length > 0)
    .map((field) => shortened(profile[field]));
  if (parts.length > 0) return cutTo(parts.join(" · "), 150);
  return targetFields.some((field) => isUnknown(profile, field)) ? "No targets known" : "No targets set";
}

/** All of them, as many as a block holds. */
export function termsLine(terms: readonly string[]): string {
  return cutTo(terms.join(", "), limits.terms * (limits.term + 2));
}

function shortened(terms: readonly string[]): string {
  const more = terms.length > 2 ? ` +${terms.length - 2}` : "";
  return `${terms.slice(0, 2).join(", ")}${more}`;
}

/** "1 profile", "60 profiles" */
export function profilesCounted(count: number, kind = ""): string {
  return `${count} ${kind === "" ? "" : `${kind} `}${count === 1 ? "profile" : "profiles"}`;
}

/** As markup: a person is mentioned, which notifies nobody in a view. */
export function nameOf(doer: Doer): string {
  if (doer === "operator") return "the operator";
  return isKeyName(doer) ? `the API key \`${maskedKey(doer)}\`` : `<@${doer}>`;
}

/** "by the operator", "in Kashew" */
export function byWhom(author: Author): string {
  return author === "kashew" ? "in Kashew" : `by ${nameOf(author)}`;
}

/** Names that are kept here are no longer than this; Kashew sets no limit. */
const shownName = 150;

/** A profile's name, where a place has no room for whatever comes from elsewhere. */
export function shownNameOf({ name }: Pick<Profile, "name">): string {
  return cutTo(name, shownName);
}
