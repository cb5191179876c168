import type { Author } from "../rules/people.ts";
import type { Profile, ProfileDraft, ProfileId, TermField } from "../rules/profile.ts";
import type { NamedProfile } from "../rules/profile-names.ts";
import type { UsedTerm } from "../rules/vocabulary/suggest.ts";

export interface ListAsk {
  /** Every one of them must be found, folded, in a profile's name, description or targets. */
  readonly words: readonly string[];
  readonly state: "all" | "active" | "paused";
  /** From 1. One past the last page answers the last page. */
  readonly page: number;
  readonly pageSize: number;
  /** Only those that come after this one, for whoever goes through them while others are added. */
  readonly olderThan?: Pick<Profile, "createdAt" | "id"> | undefined;
}

/** One page, newest profile first. */
export interface ProfilePage {
  readonly profiles: readonly Profile[];
  readonly page: number;
  readonly pages: number;
  /** How many profiles match. */
  readonly matching: number;
  /** How many profiles the workspace has. */
  readonly total: number;
}

/** Names one submission of one form, so that however often it arrives it makes one profile. */
export type SubmissionKey = string;

export interface CreateAsk {
  readonly draft: ProfileDraft;
  readonly key: SubmissionKey;
  readonly by: Author;
  readonly at: Date;
  /** How many writes the plan includes on the UTC day of `at`. */
  readonly writesPerDay: number;
}

export type CreateAnswer =
  /** `writesToday` counts this one. A submission that came again gets the first answer again. */
  | { readonly kind: "created"; readonly profile: Profile; readonly writesToday: number }
  /** The key was used for another draft, which became this profile. Nothing was written. */
  | { readonly kind: "key-used"; readonly profile: Profile }
  /** A live profile has this name, compared folded. Nothing was written. */
  | { readonly kind: "name-taken"; readonly profile: Profile }
  | { readonly kind: "writes-spent" };

export interface ReviseAsk {
  readonly id: ProfileId;
  /** The revision that `draft` was made from. */
  readonly revision: number;
  readonly draft: ProfileDraft;
  readonly by: Author;
  readonly at: Date;
  /** How many writes the plan includes on the UTC day of `at`. */
  readonly writesPerDay: number;
}

/** Nothing was written unless it is `revised`. */
export type ReviseAnswer =
  | { readonly kind: "revised"; readonly profile: Profile; readonly writesToday: number }
  /** Somebody was faster: `current` has another revision than the one asked for. */
  | { readonly kind: "stale"; readonly current: Profile }
  /** Another live profile has this name, compared folded. */
  | { readonly kind: "name-taken"; readonly profile: Profile }
  | { readonly kind: "gone" }
  | { readonly kind: "writes-spent" };

/** A profile that was made elsewhere. Its id and the time of its making come along where they are known. */
export interface ForeignProfile {
  readonly draft: ProfileDraft;
  readonly id?: ProfileId | undefined;
  /** UTC, ISO 8601. */
  readonly createdAt?: string | undefined;
}

export interface TakeInAsk {
  readonly profiles: readonly ForeignProfile[];
  readonly by: Author;
  readonly at: Date;
}

export interface TakeInAnswer {
  readonly taken: readonly Profile[];
  /** Those whose id or name, compared folded, a live profile has. */
  readonly skipped: readonly { readonly name: string; readonly because: Profile }[];
}

/** One workspace's profiles, wherever they live. Each method is one atomic step; what breaks is a `Fault`. */
export interface ProfileStore {
  count(): Promise<{ readonly total: number; readonly active: number }>;
  list(ask: ListAsk): Promise<ProfilePage>;
  find(id: ProfileId): Promise<Profile | undefined>;
  /** The live profile of that name, compared folded. */
  findByName(name: string): Promise<Profile | undefined>;
  create(ask: CreateAsk): Promise<CreateAnswer>;
  revise(ask: ReviseAsk): Promise<ReviseAnswer>;
  /** Takes in all that are new, or none where something breaks. They do not count as the day's writes. */
  takeIn(ask: TakeInAsk): Promise<TakeInAnswer>;
  /** The words of one field over all profiles, the most used first. */
  usedTerms(field: TermField): Promise<readonly UsedTerm[]>;
  /** All profiles by name, the newest first: the same array again until a profile changes. */
  names(): Promise<readonly NamedProfile[]>;
  /** Writes of the UTC day of `at`. */
  writesToday(at: Date): Promise<number>;
}
