import type { ServerResponse } from "node:http";
import { finished } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { TeamId } from "../rules/people.ts";

/**
 * Long answers of a workspace, one after the other: each may take tens of MB, which are in memory until they are read. One
 * that nobody reads keeps the next waiting for `mostMs`.
 */
export function createTurns({ mostMs = 30_000 } = {}) {
  const last = new Map<TeamId, Promise<unknown>>();
  return async <Answer>(
    teamId: TeamId,
    answer: ServerResponse,
    work: () => Promise<Answer>,
  ): Promise<Answer> => {
    const before = last.get(teamId);
    // Whoever has hung up, before or meanwhile, reads nothing any more.
    const ended = finished(answer).catch(() => undefined);
    const read = Promise.race([ended, wait(mostMs, undefined, { ref: false })]);
    const turn = Promise.all([before, read]).finally(() => {
      if (last.get(teamId) === turn) last.delete(teamId);
    });
    last.set(teamId, turn);
    await before;
    return work();
  };
}
