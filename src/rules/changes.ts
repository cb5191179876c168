import type { Author } from "./people.ts";
import type { ProfileDraft, TermField } from "./profile.ts";
import { termFields } from "./profile.ts";
import type { Snapshot } from "./revision.ts";

export type DraftField = keyof ProfileDraft;
type ValueField = Exclude<DraftField, TermField>;

/** What differs between two revisions of one profile, field by field. */
export type Change =
  | { [Field in ValueField]: Valued<Field, ProfileDraft[Field]> }[ValueField]
  | { readonly field: TermField; readonly added: readonly string[]; readonly removed: readonly string[] }
  | Valued<"owner", Author>
  | Valued<"isArchived", boolean>;

interface Valued<Field extends string, Value> {
  readonly field: Field;
  readonly before: Value;
  readonly after: Value;
}

const valueFields = [
  "name",
  "description",
  "isActive",
  "minConfidence",
  "dailyLimit",
  "schedule",
] as const satisfies ValueField[];

export const draftFields: readonly DraftField[] = [...valueFields, ...termFields];

/** In the order of the form's fields; the order of the words in a list is no difference. */
export function findChanges(before: Snapshot, after: Snapshot): readonly Change[] {
  return [
    ...valueFields
      .filter((field) => before.draft[field] !== after.draft[field])
      .map((field) => ({ field, before: before.draft[field], after: after.draft[field] }) as Change),
    ...termFields.flatMap((field) => {
      const added = without(after.draft[field], before.draft[field]);
      const removed = without(before.draft[field], after.draft[field]);
      return added.length + removed.length === 0 ? [] : [{ field, added, removed }];
    }),
    ...(before.owner === after.owner
      ? []
      : [{ field: "owner" as const, before: before.owner, after: after.owner }]),
    ...(before.isArchived === after.isArchived
      ? []
      : [{ field: "isArchived" as const, before: before.isArchived, after: after.isArchived }]),
  ];
}

/** Whether a field says the same in both. */
export function isSame(field: DraftField, one: ProfileDraft, other: ProfileDraft): boolean {
  if (!isTermField(field)) return one[field] === other[field];
  return without(one[field], other[field]).length === 0 && without(other[field], one[field]).length === 0;
}

function isTermField(field: DraftField): field is TermField {
  return termFields.some((each) => each === field);
}

/** Another spelling is another word here: whoever mends one has changed something. */
function without(terms: readonly string[], others: readonly string[]): readonly string[] {
  return terms.filter((term) => !others.includes(term));
}
