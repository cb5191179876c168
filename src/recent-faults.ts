import { LRUCache } from "lru-cache";
import { atMost } from "./at-most.ts";
import type { FaultCode } from "./errors.ts";
import type { TeamId } from "./rules/people.ts";

/** A fault that somebody was told of. */
export interface RecentFault {
  readonly reference: string;
  /** ISO 8601. */
  readonly at: string;
  /** What was done, as in the log; never what was typed. */
  readonly did: string;
  readonly code: FaultCode;
}

/** What went wrong of late in each workspace, until the process ends. */
export interface RecentFaults {
  note(teamId: TeamId, fault: RecentFault): void;
  /** The newest first. */
  of(teamId: TeamId): readonly RecentFault[];
}

export function createRecentFaults({ kept = 100, workspaces = 1000 } = {}): RecentFaults {
  const rings = new LRUCache<TeamId, readonly RecentFault[]>(atMost(workspaces));
  return {
    note(teamId, fault) {
      const others = (rings.get(teamId) ?? []).filter(({ reference }) => reference !== fault.reference);
      rings.set(teamId, [fault, ...others].slice(0, kept));
    },
    of: (teamId) => rings.get(teamId) ?? [],
  };
}
