import { isUnknown } from "./known-fields.ts";
import type { FormValues, Profile, TermField } from "./profile.ts";
import { termFields } from "./profile.ts";
import { foldKey } from "./text.ts";

/** How many of the words of a field another profile has too. */
export interface SharedField {
  readonly field: TermField;
  readonly shared: number;
  readonly of: number;
}

/** The profile that has most in common with what is filled in. */
export interface Overlap {
  readonly profile: Pick<Profile, "id" | "name">;
  readonly fields: readonly SharedField[];
}

/** A field counts as shared from this part of one's own words on. */
export const leastShared = 0.5;
/** Fewer fields are no overlap: one industry alone says little. */
export const leastFields = 2;

/**
 * What another profile has in common with what is filled in; undefined where that is not worth a word. Only fields
 * that both have are compared: an open one takes anything, and of one that is not known nothing is said. A field of
 * which less than half is shared parts the two, since a prospect has to match every field.
 */
export function findShared(
  mine: FormValues,
  other: Pick<Profile, TermField | "known">,
): readonly SharedField[] | undefined {
  const fields: SharedField[] = [];
  for (const field of termFields) {
    const own = new Set((mine[field] ?? []).map(foldKey));
    if (own.size === 0 || other[field].length === 0 || isUnknown(other, field)) continue;
    const shared = new Set(other[field].map(foldKey).filter((key) => own.has(key))).size;
    if (shared < own.size * leastShared) return undefined;
    fields.push({ field, shared, of: own.size });
  }
  return fields.length < leastFields ? undefined : fields;
}
