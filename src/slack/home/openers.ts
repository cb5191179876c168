import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import type { TeamId, UserId } from "../../rules/people.ts";
import type { ListAsk } from "../../stores/profile-store.ts";
import type { Sender } from "../listening/who.ts";

/** For how long somebody's home follows what changes, after they last did something in it. */
const followedMs = 10 * 60_000;

/** Somebody who has the app's home open, or had it open not long ago. */
export interface Opener {
  readonly teamId: TeamId;
  readonly sender: Sender;
  /** What of the list they look at. */
  ask: ListAsk;
  /** What the workspace was like when their home was drawn. */
  seen: string | undefined;
  /** When that was. Milliseconds since 1970. */
  seenAt: number;
  /** A fingerprint of what Slack shows them; undefined where that is not known. */
  shown: string | undefined;
  /** Tells its menus apart from those that it had before; undefined at first. */
  menus: string | undefined;
  /** Ends when the last drawing has ended: one follows the other, so that the newest stays. */
  drawing: Promise<unknown>;
}

/** Those whose homes are followed: as many as fit, and nobody for longer than is promised. */
export function createOpeners({ now, most = 2000 }: { now: () => number; most?: number }) {
  const openers = new LRUCache<string, Opener>({
    ...atMost(most),
    ttl: followedMs,
    ttlResolution: 0,
    perf: { now },
  });
  const keyOf = (teamId: TeamId, userId: UserId) => `${teamId}:${userId}`;
  return {
    /** Counts from now on. Who is not known yet looks at `ask`. */
    note(teamId: TeamId, sender: Sender, ask: ListAsk): Opener {
      const key = keyOf(teamId, sender.userId);
      const opener = openers.get(key) ?? newOpener(teamId, sender, ask);
      openers.set(key, opener);
      return opener;
    },
    forget({ teamId, sender }: Opener): void {
      openers.delete(keyOf(teamId, sender.userId));
    },
    teams(): ReadonlySet<TeamId> {
      openers.purgeStale();
      return new Set([...openers.values()].map(({ teamId }) => teamId));
    },
    of(teamId: TeamId): Opener[] {
      return [...openers.values()].filter((opener) => opener.teamId === teamId);
    },
  };
}

function newOpener(teamId: TeamId, sender: Sender, ask: ListAsk): Opener {
  return {
    teamId,
    sender,
    ask,
    seen: undefined,
    seenAt: 0,
    shown: undefined,
    menus: undefined,
    drawing: Promise.resolve(),
  };
}
