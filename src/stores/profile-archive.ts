import type { Author, Doer } from "../rules/people.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import type { Revision, RevisionHow, Step } from "../rules/revision.ts";

/** A profile that was taken out of the list: nobody finds prospects with it, and its name is free. */
export interface ArchivedProfile extends Revision {
  /** UTC, ISO 8601. */
  readonly createdAt: string;
  readonly createdBy: Author;
}

/** The day's writes do not count it: taking something out of the way is always possible. */
export interface ArchiveAsk {
  readonly id: ProfileId;
  /** The revision that was seen: the profile's to archive it, the archived one's to take it back. */
  readonly revision: number;
  readonly by: Doer;
  readonly at: Date;
  readonly reason?: string;
  readonly how?: RevisionHow;
}

/** Nothing was written unless it is `archived`. */
export type ArchiveAnswer =
  | { readonly kind: "archived"; readonly archived: ArchivedProfile }
  | { readonly kind: "stale"; readonly current: Profile }
  | { readonly kind: "gone" };

/** Nothing was written unless it is `taken-back`. */
export type TakeBackAnswer =
  | { readonly kind: "taken-back"; readonly profile: Profile }
  /** A live profile has the name meanwhile. */
  | { readonly kind: "name-taken"; readonly profile: Profile }
  | { readonly kind: "stale" }
  | { readonly kind: "gone" };

/** One page, the newest first. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export interface PageAsk {
  /** From 1. One past the last page answers the last page. */
  readonly page: number;
  readonly pageSize: number;
}

/** The profiles that were taken out of the list. */
export interface ProfileArchive {
  /** Takes a live one out of the list. */
  put(ask: ArchiveAsk): Promise<ArchiveAnswer>;
  /** Puts one into the list again, as it was. */
  takeBack(ask: ArchiveAsk): Promise<TakeBackAnswer>;
  list(ask: PageAsk): Promise<Paged<ArchivedProfile>>;
  find(id: ProfileId): Promise<ArchivedProfile | undefined>;
  /** Leaves nothing of it but its name in the workspace's history. Answers whether it was there. */
  remove(ask: { readonly id: ProfileId; readonly by: Doer; readonly at: Date }): Promise<boolean>;
  /** Leaves nothing of what was removed on the disk, either. What is removed is so even where this fails. */
  wipe(): Promise<void>;
}

/** What the profiles were like before, those in the archive too. Changes from before this was kept are missing. */
export interface ProfileHistory {
  page(ask: PageAsk & { readonly id: ProfileId }): Promise<Paged<Step>>;
  find(ask: { readonly id: ProfileId; readonly revision: number }): Promise<Revision | undefined>;
  /** The changes since then after which nobody has changed the same profile, the newest first. */
  recent(ask: { readonly since: Date; readonly most: number }): Promise<readonly Step[]>;
  /** Of each profile the oldest first. */
  all(): Promise<readonly Step[]>;
}
