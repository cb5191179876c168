import { LRUCache } from "lru-cache";
import { atMost } from "../at-most.ts";
import type { TeamId } from "../rules/people.ts";

/** What each workspace's programs have asked within the last hour, until the process ends. */
export interface HourlyQuota {
  /** Takes one request; where there is none left, the seconds until there is one again. */
  take(teamId: TeamId, perHour: number): number;
}

const hourMs = 60 * 60_000;

/** Exact to the request: each counts for an hour, and what is refused does not count. `now` is in ms. */
export function createHourlyQuota(now: () => number): HourlyQuota {
  const asked = new LRUCache<TeamId, number[]>(atMost(10_000));
  return {
    take(teamId, perHour) {
      const at = now();
      const times = asked.get(teamId) ?? [];
      // Whatever a clock that was set back says, nobody waits for more than an hour.
      if ((times.at(-1) ?? at) > at)
        times.splice(0, times.length, ...times.map((time) => Math.min(time, at)));
      const stale = times.findIndex((time) => at - time < hourMs);
      times.splice(0, stale < 0 ? times.length : stale);
      asked.set(teamId, times);
      if (times.length < perHour) {
        times.push(at);
        return 0;
      }
      // After a change to a smaller plan more have to end than one.
      const next = times[times.length - perHour] ?? at;
      return Math.max(1, Math.ceil((next + hourMs - at) / 1000));
    },
  };
}
