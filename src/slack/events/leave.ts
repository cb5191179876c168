import { setTimeout as delay } from "node:timers/promises";
import { toFault } from "../../errors.ts";
import type { Log } from "../../log.ts";
import { EnterpriseId, TeamId } from "../../rules/people.ts";
import type { InstallationId } from "../../stores/installation-store.ts";
import type { Happening } from "../listen-events.ts";
import type { EventPayload } from "../payloads.ts";

/** The app was taken away. These events come in any order, more than once, and even after it was installed anew. */
export type NoteDeparture = (departure: { id: InstallationId; at: Date }) => Promise<void>;

export function leave(noteDeparture: NoteDeparture, log: Log) {
  return (payload: EventPayload): Happening => ({
    kind: "installation",
    async carryOut() {
      const id = installationOf(payload);
      if (id === undefined) return;
      const departure = { id, at: new Date(payload.event_time * 1000) };
      // Slack has its ack, and will not say it again.
      for (let tries = 1; tries < 10; tries += 1) {
        try {
          return await noteDeparture(departure);
        } catch (thrown) {
          if (toFault(thrown).code !== "store-busy") throw thrown;
          log.warn({ err: thrown, team: id }, "a departure is not noted yet");
          await delay(tries * 500);
        }
      }
      await noteDeparture(departure);
    },
  });
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
