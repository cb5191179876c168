import type { TeamId } from "../../rules/people.ts";
import type { Card } from "../../stores/card-store.ts";

type Place = Pick<Card, "channel" | "ts">;

/** The cards of one workspace that Slack did not let the app change, each left alone for a while. */
export interface CardRests {
  /** Slack said no again. */
  rest(card: Place): void;
  isResting(card: Place): boolean;
  /** How many are left alone now. */
  readonly resting: number;
  /** Of a card that is changed, or that nobody changes any more. */
  forget(card: Place): void;
  /** Of those whose time had come at `at`: none of them has to be changed any more. */
  forgetDue(at: number): void;
}

/** What passes by itself has often passed a minute later. */
const shortestMs = 60_000;
/** A channel may stay archived for years, with many cards in it. */
const longestMs = 24 * 60 * 60_000;

interface Rest {
  readonly ms: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Kept here alone: after a start each of them is tried once more. */
export function createCardRests({ now }: { now: () => number }) {
  const restsOf = new Map<TeamId, Map<string, Rest>>();
  const isDue = ({ until }: Rest, at = now()) => until <= at;

  return {
    of(teamId: TeamId): CardRests {
      const rests = () => restsOf.get(teamId) ?? new Map<string, Rest>();
      return {
        rest(card) {
          const before = rests().get(keyOf(card));
          const ms = before === undefined ? shortestMs : Math.min(2 * before.ms, longestMs);
          restsOf.set(teamId, rests().set(keyOf(card), { ms, until: now() + ms }));
        },
        isResting(card) {
          const rest = rests().get(keyOf(card));
          return rest !== undefined && !isDue(rest);
        },
        get resting() {
          return [...rests().values()].filter((rest) => !isDue(rest)).length;
        },
        forget: (card) => forget(teamId, (key) => key === keyOf(card)),
        forgetDue: (at) => forget(teamId, (_, rest) => isDue(rest, at)),
      };
    },
    /** Whether one of them may be tried again. */
    isAnyDue: (teamId: TeamId) => [...(restsOf.get(teamId)?.values() ?? [])].some((rest) => isDue(rest)),
    forgetTeam: (teamId: TeamId) => void restsOf.delete(teamId),
  };

  function forget(teamId: TeamId, isMeant: (key: string, rest: Rest) => boolean): void {
    const rests = restsOf.get(teamId);
    if (rests === undefined) return;
    for (const [key, rest] of rests) if (isMeant(key, rest)) rests.delete(key);
    if (rests.size === 0) restsOf.delete(teamId);
  }
}

function keyOf({ channel, ts }: Place): string {
  return `${channel} ${ts}`;
}
