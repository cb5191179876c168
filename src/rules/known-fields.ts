import type { Known, Profile, ProfileField } from "./profile.ts";

type Told = Pick<Profile, "known">;

/** Whether nobody knows the value, so that a default stands in its place. */
export function isUnknown({ known }: Told, field: ProfileField): boolean {
  const how = known?.[field];
  return how !== undefined && how !== "own-copy";
}

/** Those of the fields that are known in this way alone, in their order. */
export function fieldsKnownAs<Field extends ProfileField>(
  { known }: Told,
  how: Known,
  fields: readonly Field[],
): Field[] {
  return fields.filter((field) => known?.[field] === how);
}
