import type { UserId } from "../rules/people.ts";
import type { ProfileId } from "../rules/profile.ts";

/** A message of the app's in a channel that shows a profile. `channel` and `ts` name it in Slack. */
export interface Card {
  readonly channel: string;
  readonly ts: string;
  readonly profile: ProfileId;
  readonly sharedBy: UserId;
}

/** One workspace's cards that can be kept current. Each method is one atomic step; what breaks is a `Fault`. */
export interface CardStore {
  add(card: Card): Promise<void>;
  /** The newest first. */
  of(profile: ProfileId): Promise<readonly Card[]>;
  /** Of a card that was deleted in Slack, or that the app may not change any more. */
  forget(card: Pick<Card, "channel" | "ts">): Promise<void>;
}
