import type { Fault } from "../errors.ts";
import type { Overlap } from "../rules/overlap.ts";
import type { Author, Doer } from "../rules/people.ts";
import type { FormValues, Profile, ProfileDraft, ProfileId, TermField } from "../rules/profile.ts";
import type { NamedProfile } from "../rules/profile-names.ts";
import type { RevisionHow } from "../rules/revision.ts";
import type { UsedTerm } from "../rules/vocabulary/suggest.ts";
import type { ProfileArchive, ProfileHistory } from "./profile-archive.ts";

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

/** Where a workspace's profiles are kept: here, or in Kashew. */
export type Keeper = "workspace" | "kashew";

/** Where and when profiles were read. */
export type Source =
  | { readonly keeper: "workspace" }
  | {
      readonly keeper: "kashew";
      /** UTC, ISO 8601. */
      readonly readAt: string;
      /** How many profiles of Kashew's could not be read at all. */
      readonly skipped: number;
      /** Why these are no newer, where Kashew was asked again and did not answer. */
      readonly stale?: Fault;
    };

/** One page, newest profile first. */
export interface ProfilePage {
  readonly source: Source;
  readonly profiles: readonly Profile[];
  readonly page: number;
  readonly pages: number;
  /** How many profiles match. */
  readonly matching: number;
  /** How many profiles the workspace has. */
  readonly total: number;
  /** How many there are in the archive. Missing where there is none. */
  readonly archived?: number;
}

/** Names one submission of one form, so that however often it arrives it makes one profile. */
export type SubmissionKey = string;

export interface CreateAsk {
  readonly draft: ProfileDraft;
  /** Missing where nobody could send it again: it need not be known then. */
  readonly key?: SubmissionKey | undefined;
  readonly by: Doer;
  readonly at: Date;
  /** How many writes the plan includes on the UTC day of `at`. */
  readonly writesPerDay: number;
}

interface Created {
  readonly kind: "created";
  readonly profile: Profile;
  /** Counts this one. */
  readonly writesToday: number;
  /** Another profile of this name, compared folded, where the keeper lets two have it. */
  readonly namesake?: Profile;
  /** The keeper's answer was lost, and the profile was found there afterwards. */
  readonly wasFound?: true;
}

/** Whether the profile was written is not known, and nothing is sent again. */
export interface UnknownOutcome {
  readonly kind: "unknown-outcome";
  /** What became of the answer. Missing where this app ended before there was any. */
  readonly why?: Fault;
  /** Kashew was asked for it afterwards: it was not there, or that could not be told. */
  readonly looked: "not-found" | "not-sure";
}

export type CreateAnswer =
  /** A submission that came again gets the first answer again. */
  | Created
  | UnknownOutcome
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
  /** Another owner. */
  readonly owner?: Author;
  readonly by: Doer;
  readonly at: Date;
  /** How many writes the plan includes on the UTC day of `at`. */
  readonly writesPerDay: number;
  /** Empty unless somebody said why. */
  readonly reason?: string;
  /** `saved` unless it takes up an earlier revision. */
  readonly how?: RevisionHow;
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
  readonly by: Doer;
  readonly at: Date;
}

export interface TakeInAnswer {
  readonly taken: readonly Profile[];
  /** Those whose id or name, compared folded, a live profile has. */
  readonly skipped: readonly { readonly name: string; readonly because: Profile }[];
}

export interface LookAgainAsk {
  readonly key: SubmissionKey;
  readonly at: Date;
}

export type LookAgainAnswer =
  | Created
  | UnknownOutcome
  /** No submission of this key was sent, or what was sent was refused: it may be sent. */
  | { readonly kind: "not-sent" };

/** What is being filled in, and the profile that it is a change of. */
export interface OverlapAsk {
  readonly targets: FormValues;
  readonly except?: ProfileId | undefined;
  /** False: nothing is answered where many profiles have to be read first. They are, for the next one who asks. */
  readonly mayWait?: boolean | undefined;
}

/**
 * One workspace's profiles, wherever they live. Each method is one atomic step; what breaks is a `Fault`. What the
 * keeper cannot do is a missing method.
 */
export interface ProfileStore {
  readonly keeper: Keeper;
  count(): Promise<{ readonly total: number; readonly active: number }>;
  list(ask: ListAsk): Promise<ProfilePage>;
  find(id: ProfileId): Promise<Profile | undefined>;
  /** The live profile of that name, compared folded. */
  findByName(name: string): Promise<Profile | undefined>;
  create(ask: CreateAsk): Promise<CreateAnswer>;
  revise?(ask: ReviseAsk): Promise<ReviseAnswer>;
  readonly archive?: ProfileArchive;
  readonly history?: ProfileHistory;
  /** Takes in all that are new, or none where something breaks. They do not count as the day's writes. */
  takeIn?(ask: TakeInAsk): Promise<TakeInAnswer>;
  /** Looks for what a submission of unknown outcome has become, and sends nothing. */
  lookAgain?(ask: LookAgainAsk): Promise<LookAgainAnswer>;
  /** The words of one field over all profiles, the most used first. */
  usedTerms(field: TermField): Promise<readonly UsedTerm[]>;
  /**
   * The profile that has most in common with these targets; undefined where none has enough. Nobody waits for a keeper
   * elsewhere: what was last heard of it counts.
   */
  findOverlap(ask: OverlapAsk): Promise<Overlap | undefined>;
  /**
   * All profiles by name, the newest first: the same array again until a profile changes. With `atOnce` nobody waits for a
   * keeper elsewhere that was heard of before: what was last heard of it counts.
   */
  names(how?: { readonly atOnce: boolean }): Promise<readonly NamedProfile[]>;
  /** Writes of the UTC day of `at`: where others write too, those that are known of here. */
  writesToday(at: Date): Promise<number>;
  /** Requests to the keeper in the hour before now, those that are known of here since the start. */
  requestsThisHour?(): number;
}
