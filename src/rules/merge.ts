import type { DraftField } from "./changes.ts";
import { draftFields, isSame } from "./changes.ts";
import type { FormValues, ProfileDraft } from "./profile.ts";

export interface Merge {
  /** What both say together. A field in `conflicts` has the value that is there now. */
  readonly draft: ProfileDraft;
  /** The fields that both made different from what they began with, and from each other. */
  readonly conflicts: readonly DraftField[];
  /** The fields that the other one alone changed. */
  readonly theirs: readonly DraftField[];
}

/**
 * Brings together what two people made of one profile. Where it is not known any more what `mine` was made from,
 * every difference is a conflict.
 */
export function mergeDrafts({
  base,
  mine,
  current,
}: {
  base: ProfileDraft | undefined;
  mine: ProfileDraft;
  current: ProfileDraft;
}): Merge {
  const differing = draftFields.filter((field) => !isSame(field, mine, current));
  const theirs = differing.filter((field) => base !== undefined && isSame(field, mine, base));
  const ours = differing.filter((field) => base !== undefined && isSame(field, current, base));
  const conflicts = differing.filter((field) => !theirs.includes(field) && !ours.includes(field));
  return { draft: { ...current, ...pick(mine, ours) }, conflicts, theirs };
}

function pick(draft: ProfileDraft, fields: readonly DraftField[]): Partial<ProfileDraft> {
  return Object.fromEntries(fields.map((field) => [field, draft[field]]));
}

/** All that `mine` says otherwise than `base`, letter for letter: `{ ...base, ...own }` is `mine` again. */
export function ownValues(base: ProfileDraft, mine: ProfileDraft): FormValues {
  return pick(
    mine,
    draftFields.filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(base[field])),
  );
}

/** The fields of a conflict for which somebody chose their own value; the others keep the one that is there now. */
export function keepMine(
  { draft, conflicts }: Merge,
  { mine, chosen }: { mine: ProfileDraft; chosen: readonly DraftField[] },
): ProfileDraft {
  return {
    ...draft,
    ...pick(
      mine,
      conflicts.filter((field) => chosen.includes(field)),
    ),
  };
}
