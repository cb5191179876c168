import { isUnknown } from "./known-fields.ts";
import type { FormValues, Profile, TermField } from "./profile.ts";
import { termFields } from "./profile.ts";

/** The target fields without a value: there anything matches. */
export function openFields(profile: Pick<Profile, TermField | "known">): TermField[] {
  return termFields.filter((field) => profile[field].length === 0 && !isUnknown(profile, field));
}

/** The target fields that have a value. */
export function setFields(values: FormValues): TermField[] {
  return termFields.filter((field) => (values[field] ?? []).length > 0);
}
