import type { Config } from "./config.ts";
import type { Stores } from "./stores/sql/stores.ts";
import type { Deps } from "./usecases/permit.ts";

/** What the use cases work with, from the configuration and the open stores. */
export function depsOf(config: Config, { close: _, ...stores }: Stores, now: () => number): Deps {
  return {
    ...stores,
    profilesOf: ({ teamId }) => stores.profilesOf(teamId),
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
