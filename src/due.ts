import type { InstallationId } from "./stores/installation-store.ts";
import type { DueTask } from "./upkeep.ts";
import type { ForgetDeps } from "./usecases/forget-departed.ts";
import { forgetDeparted } from "./usecases/forget-departed.ts";

interface DueDeps extends ForgetDeps {
  /** Forgets what is remembered of an installation that may not be there any more. */
  letGo(id: InstallationId): void;
}

/** What has to be done now that nobody asks for. */
export function findDue({ letGo, ...deps }: DueDeps) {
  return async (): Promise<readonly DueTask[]> => {
    const departures = await deps.departures.due(deps.now().toISOString());
    return departures.map((departure) => ({
      team: departure.id,
      async carryOut() {
        const isForgotten = await forgetDeparted(deps, departure);
        letGo(departure.id);
        return isForgotten
          ? "forgotten: its time after leaving is over"
          : "not forgotten: its organization has given the app back to it";
      },
    }));
  };
}
