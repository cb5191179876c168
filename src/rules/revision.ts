import type { Author } from "./people.ts";
import type { Profile, ProfileDraft, ProfileId } from "./profile.ts";
import { draftOf } from "./profile.ts";
import { cleanLine, cutTo } from "./text.ts";

/** All of a profile that people can change. */
export interface Snapshot {
  readonly draft: ProfileDraft;
  readonly owner: Author;
  readonly isArchived: boolean;
}

/** Somebody made it so, took back the change `of`, or made it again as it was in the revision `of`. */
export type RevisionHow =
  | { readonly kind: "saved" }
  | { readonly kind: "undone" | "restored"; readonly of: number };

/** A profile as somebody left it. */
export interface Revision extends Snapshot {
  readonly id: ProfileId;
  /** From 1. */
  readonly revision: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly by: Author;
  /** Why, in one line of up to 200 characters; empty where nobody said. */
  readonly reason: string;
  readonly how: RevisionHow;
}

/** One change: what it led to, and what was there before it, where that is known. */
export interface Step {
  readonly revision: Revision;
  readonly before?: Revision;
}

/** What was taken out of the list, as it was there. */
export function profileOf({
  draft,
  id,
  revision,
  owner,
  createdAt,
  createdBy,
  at,
  by,
}: Revision & Pick<Profile, "createdAt" | "createdBy">): Profile {
  return { ...draft, id, revision, owner, createdAt, createdBy, changedAt: at, changedBy: by };
}

/** How long a change can be taken back by a press. */
export const undoMs = 10 * 60_000;

export const mostReason = 200;

/** What somebody gave as the reason, on one line. */
export function toReason(typed: string): string {
  return cutTo(cleanLine(typed), mostReason);
}

/** A live profile as it is now. */
export function snapshotOf(profile: Profile): Snapshot {
  return { draft: draftOf(profile), owner: profile.owner, isArchived: false };
}
