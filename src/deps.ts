import type { Config } from "./config.ts";
import { kashewTimes } from "./stores/kashew/client.ts";
import { createKashewGate } from "./stores/kashew/gate.ts";
import type { Seal } from "./stores/sql/sealed.ts";
import type { Stores } from "./stores/sql/stores.ts";
import type { Deps } from "./usecases/permit.ts";

interface Surroundings {
  readonly seal: Seal;
  now(): number;
  /** Told of what broke where it hinders nobody. */
  report(thrown: unknown): void;
}

/** What the use cases work with, from the configuration and the open stores. */
export function depsOf(
  config: Config,
  { close: _, ...stores }: Stores,
  { seal, now, report }: Surroundings,
): Deps {
  const connections = stores.connectionsWith(seal);
  const { kashewApiUrl: baseUrl } = config;
  const { sentOf } = stores;
  const kashew = createKashewGate({ baseUrl, fetch, times: kashewTimes, now, connections, sentOf, report });
  return {
    ...stores,
    connections,
    kashew,
    profilesOf: ({ teamId, connection }) =>
      connection === undefined ? stores.profilesOf(teamId) : kashew.profilesOf({ teamId, connection }),
    defaultPlan: config.defaultPlan,
    defaultAccess: {
      writers: config.defaultWriters,
      chosen: [],
      guestsMayLook: false,
      icpAdmins: [...config.icpAdmins],
    },
    now: () => new Date(now()),
  };
}
