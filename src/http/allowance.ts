import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";

/** What each of many may ask, so that a noisy one leaves time for the others. */
export interface Allowance<Who extends string> {
  /** Takes one request out of its allowance; false where nothing is left of it. */
  take(who: Who): boolean;
}

interface Bucket {
  left: number;
  /** Milliseconds since 1970. */
  at: number;
}

/** So many requests a second in the long run, and what was not used in the last `burstSeconds` in one go. */
export function createAllowance<Who extends string>({
  perSecond,
  // A team that does the same thing at the same moment is no noise.
  burstSeconds = 5,
  now,
}: {
  perSecond: number;
  burstSeconds?: number;
  now: () => number;
}): Allowance<Who> {
  const most = perSecond * burstSeconds;
  // One that is forgotten is a full one.
  const buckets = new LRUCache<Who, Bucket>(atMost(10_000));
  return {
    take(who) {
      const at = now();
      const { left, at: before } = buckets.get(who) ?? { left: most, at };
      const filled = Math.min(most, left + (Math.max(0, at - before) / 1000) * perSecond);
      const mayPass = filled >= 1;
      buckets.set(who, { left: mayPass ? filled - 1 : filled, at });
      return mayPass;
    },
  };
}
