import type { InstallationId, InstallationStore } from "../../stores/installation-store.ts";
import type { Departures } from "../events/leave.ts";
import type { StoredInstallations } from "./stored-installations.ts";

/** Upkeep looks every ten minutes, so that each is asked about once a day. */
const looksADay = 144;

interface Asked {
  readonly team: InstallationId;
  carryOut(): Promise<string | undefined>;
}

/**
 * Finds who took the app away while nobody heard of it: Slack says so for some minutes, and then never again. Each time
 * it asks about the next few, wherever it began.
 */
export function createRollCall({
  store,
  installations,
  departures,
  now,
}: {
  store: Pick<InstallationStore, "count" | "idsAfter">;
  installations: Pick<StoredInstallations, "isThere">;
  departures: Pick<Departures, "leave">;
  now: () => number;
}) {
  // Not always those at the front, where the bot is started anew every day.
  let last = `T0${Math.floor(Math.random() * 10)}`;
  return async function* (): AsyncGenerator<Asked> {
    const most = Math.ceil((await store.count()) / looksADay);
    const ids = await store.idsAfter(last, most);
    const more = ids.length < most ? await store.idsAfter("", most - ids.length) : [];
    for (const id of [...ids, ...more]) {
      last = id;
      yield { team: id, carryOut: () => ask(id) };
    }
  };

  async function ask(id: InstallationId): Promise<string | undefined> {
    const at = new Date(now());
    if (await installations.isThere(id)) return undefined;
    await departures.leave({ id, at });
    return "found gone: it took the app away unheard";
  }
}
