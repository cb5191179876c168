import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { TeamId } from "../rules/people.ts";

/** So long an answer may keep the next one waiting, in ms, where nobody reads it. */
const mostMs = 30_000;

/**
 * Long answers of a workspace, one after the other: each may take tens of MB, which are in memory until they are read.
 */
export function createTurns() {
  const last = new Map<TeamId, Promise<unknown>>();
  return async <Answer>(
    teamId: TeamId,
    answer: ServerResponse,
    work: () => Promise<Answer>,
  ): Promise<Answer> => {
    const before = last.get(teamId);
    const read = Promise.race([once(answer, "close"), wait(mostMs, undefined, { ref: false })]);
    const turn = Promise.all([before, read]).finally(() => {
      if (last.get(teamId) === turn) last.delete(teamId);
    });
    last.set(teamId, turn);
    await before;
    return work();
  };
}
