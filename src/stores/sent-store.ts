import type { Doer } from "../rules/people.ts";
import type { OwnCopy, ProfileDraft, ProfileId } from "../rules/profile.ts";
import type { SubmissionKey } from "./profile-store.ts";

/** A submission that was sent to Kashew, or is about to be. */
export interface Sent {
  readonly key: SubmissionKey;
  readonly draft: ProfileDraft;
  readonly by: Doer;
  /** When it was sent; UTC, ISO 8601. */
  readonly at: string;
  /**
   * `sending` is one whose answer is being waited for, or was when this app ended; `unknown` one whose answer was lost.
   * Either may have been written.
   */
  readonly state: "sending" | "created" | "unknown";
  /** What it became: with `created` alone. */
  readonly profileId?: ProfileId;
}

/** What one workspace has sent to Kashew. Each method is one atomic, durable step; what breaks is a `Fault`. */
export interface SentStore {
  /** Notes what is about to be sent. Answers what the key was used for before, and notes nothing then. */
  begin(ask: {
    readonly key: SubmissionKey;
    readonly draft: ProfileDraft;
    readonly by: Doer;
    readonly at: Date;
  }): Promise<Sent | undefined>;
  /** It became this profile, which the history tells of. */
  settle(ask: { readonly key: SubmissionKey; readonly profileId: ProfileId }): Promise<void>;
  /** It may have been written. */
  lose(key: SubmissionKey): Promise<void>;
  /** It was refused: the key may be used again. */
  drop(key: SubmissionKey): Promise<void>;
  find(key: SubmissionKey): Promise<Sent | undefined>;
  /** All that became profiles. */
  copies(): Promise<readonly OwnCopy[]>;
  /** How many were sent on the UTC day of `at` and not refused. */
  countOn(at: Date): Promise<number>;
}
