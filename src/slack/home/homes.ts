import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import type { Fault } from "../../errors.ts";
import { toFault } from "../../errors.ts";
import type { Allowance } from "../../http/allowance.ts";
import { createAllowance } from "../../http/allowance.ts";
import type { Log } from "../../log.ts";
import type { InFlight } from "../../process/in-flight.ts";
import type { TeamId } from "../../rules/people.ts";
import type { ListAsk } from "../../stores/profile-store.ts";
import type { Installations } from "../install/installations.ts";
import type { Sender } from "../listening/who.ts";
import type { Opener } from "./openers.ts";
import { createOpeners } from "./openers.ts";
import type { PublishDeps, Published } from "./publish-home.ts";
import { publishHome, stateNow } from "./publish-home.ts";

/** The homes that people look at. */
export interface Homes {
  /** Shows somebody their home, and keeps it as things are for a while. Answers what of it could not be read, if anything. */
  show(sender: Sender, ask: ListAsk): Promise<Fault | undefined>;
  /**
   * They did something in it, which is followed at once. `ask` is what it showed, should that be forgotten here. With
   * `renews`, its menus become other ones: see `Work.renews`.
   */
  used(sender: Sender, ask: ListAsk, how?: { renews: boolean }): Promise<void>;
  /** Looks once at every home that is followed. */
  follow(): Promise<void>;
  stop(): void;
}

interface HomesDeps extends PublishDeps {
  readonly installations: Pick<Installations, "find">;
  readonly inFlight: Pick<InFlight, "run">;
  readonly log: Log;
  readonly everyMs: number;
}

/** Slack takes about a hundred views a minute of a workspace, and leaves room for those that people wait for. */
const publishedPerSecond = 1;
/** How long a workspace is left alone for which something went wrong, where Slack names no time. */
const restMs = 10_000;

/**
 * Looks from time to time, while anybody has a home open, whether something was changed in their workspace, by whomever
 * and through whichever door, and shows it to them. With nobody there nothing is done.
 */
export function createHomes(deps: HomesDeps): Homes {
  const { installations, inFlight, log, everyMs, now } = deps;
  const openers = createOpeners({ now });
  const allowance: Allowance<TeamId> = createAllowance({ perSecond: publishedPerSecond, now });
  const resting = new LRUCache<TeamId, true>({ ...atMost(10_000), ttlResolution: 0, perf: { now } });
  const followed = new Set<TeamId>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  return {
    async show(sender, ask) {
      const opener = await note(sender, ask);
      return opener && showNow(Object.assign(opener, { ask }));
    },
    async used(sender, ask, { renews } = { renews: false }) {
      try {
        const opener = await note(sender, ask);
        if (opener !== undefined && renews)
          Object.assign(opener, { menus: crypto.randomUUID(), seen: undefined });
        if (opener !== undefined) await followTeam(opener.teamId);
      } catch (thrown) {
        log.warn({ err: thrown }, "a home is not brought up to date yet");
      }
    },
    follow,
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };

  async function note(sender: Sender, ask: ListAsk): Promise<Opener | undefined> {
    const installation = await installations.find(sender);
    if (installation === undefined) return undefined;
    timer ??= isStopped ? undefined : setInterval(() => void inFlight.run(follow), everyMs).unref();
    return openers.note(installation.teamId, sender, ask);
  }

  async function follow(): Promise<void> {
    const teams = openers.teams();
    if (teams.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    await Promise.all([...teams].map(followTeam));
  }

  /** Counts for the allowance, and is not held back: they wait for it. */
  async function showNow(opener: Opener): Promise<Fault | undefined> {
    const { teamId } = opener;
    try {
      const published = await draw(opener, () => allowance.take(teamId) || true);
      return published?.kind === "shown" ? published.unread : undefined;
    } catch (thrown) {
      rest(teamId, toFault(thrown));
      // Whoever asked may show them something else instead.
      opener.shown = undefined;
      throw thrown;
    }
  }

  /** One after the other; who is not reached now is reached the next time, before those who were. */
  async function followTeam(teamId: TeamId): Promise<void> {
    if (followed.has(teamId) || resting.has(teamId)) return;
    followed.add(teamId);
    try {
      const state = await stateNow({ teamId }, deps);
      const behind = openers.of(teamId).filter(({ seen }) => seen !== state);
      for (const opener of behind.sort((a, b) => a.seenAt - b.seenAt)) {
        if (isStopped) return;
        const published = await draw(opener, () => allowance.take(teamId)).catch(unlessRefused(opener));
        if (published?.kind === "held") return;
      }
    } catch (thrown) {
      rest(teamId, toFault(thrown));
    } finally {
      followed.delete(teamId);
    }
  }

  /** Whom Slack takes no home for, such as somebody who is not there any more, hinders nobody else. */
  function unlessRefused(opener: Opener) {
    return (thrown: unknown): undefined => {
      const fault = toFault(thrown);
      if (fault.code !== "slack-refused") throw fault;
      log.warn({ err: fault, team: opener.teamId }, "a home is not followed any more");
      openers.forget(opener);
    };
  }

  function rest(teamId: TeamId, fault: Fault): void {
    log.warn({ err: fault, team: teamId }, "a home is not brought up to date yet");
    const { retryAfterSeconds } = fault;
    resting.set(teamId, true, { ttl: retryAfterSeconds === undefined ? restMs : retryAfterSeconds * 1000 });
  }

  function draw(opener: Opener, mayPublish: () => boolean): Promise<Published | undefined> {
    const drawing = opener.drawing.then(async () => {
      const installation = await installations.find(opener.sender);
      if (installation !== undefined) return publishHome(opener, installation, { ...deps, mayPublish });
      openers.forget(opener);
      return undefined;
    });
    opener.drawing = drawing.catch(() => undefined);
    return drawing;
  }
}
