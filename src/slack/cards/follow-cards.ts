import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import type { Fault } from "../../errors.ts";
import { toFault } from "../../errors.ts";
import { createAllowance } from "../../http/allowance.ts";
import type { InFlight } from "../../process/in-flight.ts";
import type { TeamId } from "../../rules/people.ts";
import { createCardRests } from "./card-rests.ts";
import type { ChangeCardDeps } from "./change-card.ts";
import { changeCards } from "./change-card.ts";

/** The cards in all workspaces' channels. */
export interface Cards {
  /** Somebody may have changed something there, which is looked at at once. */
  followTeam(teamId: TeamId): Promise<void>;
  /** Looks once at every workspace. */
  follow(): Promise<void>;
  stop(): void;
}

interface CardsDeps extends ChangeCardDeps {
  /** The workspaces of which anything is kept. */
  teams(): Promise<readonly TeamId[]>;
  /** Another word after each change of what is kept of a workspace, whoever made it; empty where nothing is. Asking takes no time. */
  traceOf(teamId: TeamId): string;
  readonly inFlight: Pick<InFlight, "run">;
  readonly everyMs: number;
}

/** Slack lets an app change some fifty messages a minute: all cards of one profile at once, and thirty more. */
const changes = { perSecond: 0.5, burstSeconds: 40 };
/** What no workspace was ever like: some of its cards are not current. */
const behind = "behind";
/** After a start every workspace is looked into; many of them would take all time at once. */
const newPerLook = 5;
/** Asking is quick, and a thousand times not so. */
const askedAtOnce = 200;

/**
 * Brings cards up to date after any change of their profiles, by whomever and through whichever door: it finds the
 * workspaces whose files have changed, and in them the cards that show something else than what is kept.
 */
export function createCards(deps: CardsDeps): Cards {
  const { teams, traceOf, inFlight, log, now, everyMs } = deps;
  const allowance = createAllowance<TeamId>({ ...changes, now });
  const resting = new LRUCache<TeamId, true>({ ...atMost(10_000), ttlResolution: 0, perf: { now } });
  const rests = createCardRests({ now });
  /** What each workspace was like when all its cards were current, but for those that rest. */
  const seen = new Map<TeamId, string>();
  const looking = new Set<TeamId>();
  let isStopped = false;
  const timer = setInterval(() => void inFlight.run(follow), everyMs).unref();

  return {
    followTeam,
    follow,
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };

  async function follow(): Promise<void> {
    try {
      for (const teamId of await findChanged()) await followTeam(teamId);
    } catch (thrown) {
      log.warn({ err: thrown }, "which cards are behind could not be found out");
    }
  }

  async function findChanged(): Promise<readonly TeamId[]> {
    const [changed, unknown]: [TeamId[], TeamId[]] = [[], []];
    for (const [index, teamId] of (await teams()).entries()) {
      if (index % askedAtOnce === askedAtOnce - 1) await new Promise(setImmediate);
      const before = seen.get(teamId);
      if (before === undefined) unknown.push(teamId);
      else if (before !== traceOf(teamId) || rests.isAnyDue(teamId)) changed.push(teamId);
    }
    return [...changed, ...unknown.slice(0, newPerLook)];
  }

  async function followTeam(teamId: TeamId): Promise<void> {
    if (isStopped || looking.has(teamId) || resting.has(teamId)) return;
    looking.add(teamId);
    let trace = "";
    try {
      // Before it is looked into, so that what changes meanwhile is seen the next time.
      trace = traceOf(teamId);
      if (seen.get(teamId) === trace && !rests.isAnyDue(teamId)) return;
      // Of a workspace that was forgotten nothing is made again.
      if (trace === "") {
        rests.forgetTeam(teamId);
        return void seen.set(teamId, trace);
      }
      const mayChange = () => !isStopped && allowance.take(teamId);
      const isDone = await changeCards(teamId, { ...deps, mayChange, rests: rests.of(teamId) });
      seen.set(teamId, isDone ? trace : behind);
    } catch (thrown) {
      const fault = toFault(thrown);
      log.warn({ err: fault, team: teamId }, "cards are not brought up to date yet");
      // A file that cannot be read is another one once it is mended.
      const isUnreadable = fault.code.startsWith("store-") && fault.code !== "store-busy";
      seen.set(teamId, isUnreadable ? trace : behind);
      resting.set(teamId, true, { ttl: restAfter(fault) });
    } finally {
      looking.delete(teamId);
    }
  }
}

/** How long a workspace is left alone for which something went wrong. What Slack refuses it goes on refusing. */
function restAfter({ code, retryAfterSeconds }: Fault): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  return code === "slack-refused" ? 10 * 60_000 : 10_000;
}
