import type { Config } from "./config.ts";
import type { Stores } from "./stores/sql/stores.ts";
import type { Deps } from "./usecases/permit.ts";

/** What the use cases work with, from the configuration and the open stores. */
export function depsOf(
  config: Config,
  { workspaces, profilesOf, cardsOf, greetingsOf, health }: Stores,
  now: () => number,
): Deps {
  return {
    workspaces,
    profilesOf,
    cardsOf,
    greetingsOf,
    health,
    defaultPlan: config.defaultPlan,
    writers: config.defaultWriters,
    icpAdmins: config.icpAdmins,
    now: () => new Date(now()),
  };
}
