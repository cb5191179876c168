import type { UserId } from "../rules/people.ts";
import type { ProfileId } from "../rules/profile.ts";

/** A message of the app's in a channel that shows a profile. `channel` and `ts` name it in Slack. */
export interface Card {
  readonly channel: string;
  readonly ts: string;
  readonly profile: ProfileId;
  readonly sharedBy: UserId;
}

/** `overtaken`: so many cards of its profile are newer that it is not kept current any more. */
export interface CardBehind extends Card {
  readonly why: "changed" | "overtaken" | "deleted";
}

/** One workspace's cards that can be kept current. Each method is one atomic step; what breaks is a `Fault`. */
export interface CardStore {
  /**
   * Of each profile no more than the newest `most` are kept current. One whose profile was deleted while it was posted is
   * behind from the start.
   */
  add(card: Card & { readonly shown: number }, most: number): Promise<void>;
  /** Those that do not show what is kept here now, the newest first, and no more than `most`. */
  behind(most: number): Promise<readonly CardBehind[]>;
  /** A card shows this revision now. */
  show(card: Pick<Card, "channel" | "ts">, revision: number): Promise<void>;
  /** Of a card that was deleted in Slack, or that the app does not change any more. */
  forget(card: Pick<Card, "channel" | "ts">): Promise<void>;
}
