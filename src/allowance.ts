import { LRUCache } from "lru-cache";
import type { TeamId } from "./rules/people.ts";

/** What each workspace may ask, so that a noisy one leaves time for the others. */
export interface Allowance {
  /** Takes one request out of the workspace's allowance; false where nothing is left of it. */
  take(teamId: TeamId): boolean;
}

interface Bucket {
  left: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** A team that does the same thing at the same moment is no noise. */
const burstSeconds = 5;

/** So many requests a second in the long run, and what was not used in the last five seconds in one go. */
export function createAllowance({ perSecond, now }: { perSecond: number; now: () => number }): Allowance {
  const most = perSecond * burstSeconds;
  // One that is forgotten is a full one.
  const buckets = new LRUCache<TeamId, Bucket>({ max: 10_000 });
  return {
    take(teamId) {
      const at = now();
      const { left, at: before } = buckets.get(teamId) ?? { left: most, at };
      const filled = Math.min(most, left + (Math.max(0, at - before) / 1000) * perSecond);
      const mayPass = filled >= 1;
      buckets.set(teamId, { left: mayPass ? filled - 1 : filled, at });
      return mayPass;
    },
  };
}
