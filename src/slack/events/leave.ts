import { setTimeout as delay } from "node:timers/promises";
import { toFault } from "../../errors.ts";
import type { Log } from "../../log.ts";
import { EnterpriseId, TeamId } from "../../rules/people.ts";
import type { InstallationId } from "../../stores/installation-store.ts";
import type { Happening } from "../listening/listen-events.ts";
import type { EventPayload } from "../listening/payloads.ts";

/** What becomes of installations. These events come in any order, more than once, and even after newer ones. */
export interface Departures {
  /** The app was taken away, and its token is worth nothing. */
  leave(departure: { id: InstallationId; at: Date }): Promise<void>;
  /** An organization took the app away from one of its workspaces, or gave it back; its token stays. */
  loseAccess(departure: { teamId: TeamId; at: Date }): Promise<void>;
  regainAccess(arrival: { teamId: TeamId; at: Date }): Promise<void>;
}

/** What follows from each of these events. */
export function leave(departures: Departures, log: Log) {
  return {
    away: (payload: EventPayload): Happening =>
      happening(payload, async (at) => {
        const id = installationOf(payload);
        if (id !== undefined) await departures.leave({ id, at });
      }),
    lost: (payload: EventPayload, teams: readonly TeamId[]): Happening =>
      happening(payload, async (at) => {
        for (const teamId of teams) await departures.loseAccess({ teamId, at });
      }),
    regained: (payload: EventPayload, teams: readonly TeamId[]): Happening =>
      happening(payload, async (at) => {
        for (const teamId of teams) await departures.regainAccess({ teamId, at });
      }),
  };

  function happening(payload: EventPayload, note: (at: Date) => Promise<void>): Happening {
    return {
      kind: "installation",
      async carryOut() {
        const at = new Date(payload.event_time * 1000);
        // Slack has its ack, and will not say it again.
        for (let tries = 1; tries < 10; tries += 1) {
          try {
            return await note(at);
          } catch (thrown) {
            if (toFault(thrown).code !== "store-busy") throw thrown;
            log.warn({ err: thrown, team: installationOf(payload) }, "a departure is not noted yet");
            await delay(tries * 500);
          }
        }
        await note(at);
      },
    };
  }
}

function installationOf({
  team_id,
  enterprise_id,
  authorizations,
}: EventPayload): InstallationId | undefined {
  const [first] = authorizations ?? [];
  const team = TeamId.safeParse(team_id ?? first?.team_id).data;
  const organization = EnterpriseId.safeParse(enterprise_id ?? first?.enterprise_id ?? team_id).data;
  const isOrganization = first?.is_enterprise_install === true || team === undefined;
  return isOrganization ? organization : team;
}
