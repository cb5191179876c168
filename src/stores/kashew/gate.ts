import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import { Fault } from "../../errors.ts";
import { readListed } from "../../kashew/read-listed.ts";
import type { TeamId } from "../../rules/people.ts";
import type { KashewGate } from "../kashew-gate.ts";
import { createKashewClient } from "./client.ts";
import type { LineDeps } from "./line.ts";
import { createLine, path } from "./line.ts";
import { createKashewProfileStore } from "./profile-store.ts";
import type { InFlight } from "./submissions.ts";
import { createSubmissions } from "./submissions.ts";

/** Of how many workspaces the lists are in memory. */
const mostLines = 300;

/** One line for each connection, so that a workspace's trouble is nobody else's. */
export function createKashewGate(deps: LineDeps): KashewGate {
  const lines = new LRUCache<TeamId, ReturnType<typeof open>>(atMost(mostLines));
  // Apart from the lines, since what is on its way outlives them.
  const inFlight: InFlight = new Map();
  return {
    profilesOf: ({ teamId, connection: { connectedAt, state } }) =>
      createKashewProfileStore({ ...lineOf({ teamId, connectedAt }), state }),
    async check({ teamId, connection: { connectedAt } }) {
      await lineOf({ teamId, connectedAt }).line.lists.getNew();
    },
    async tryKey(key) {
      const client = createKashewClient(deps, async () => key);
      const listed = readListed(await client.get(path));
      if (listed === undefined) throw new Fault("kashew-unreadable", "Kashew's answer holds no profiles");
      return listed.profiles.length;
    },
    letGo: (teamId) => void lines.delete(teamId),
  };

  function lineOf(named: { teamId: TeamId; connectedAt: string }) {
    const before = lines.get(named.teamId);
    if (before?.connectedAt === named.connectedAt) return before;
    const opened = open(named);
    lines.set(named.teamId, opened);
    return opened;
  }

  function open(named: { teamId: TeamId; connectedAt: string }) {
    const line = createLine(deps, named);
    const submissions = createSubmissions(line, { inFlight, name: named.teamId });
    return { connectedAt: named.connectedAt, line, submissions };
  }
}
