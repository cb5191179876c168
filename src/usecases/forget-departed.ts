import type { DataFiles } from "../stores/data-files.ts";
import type { DepartureStore } from "../stores/departure-store.ts";
import type { InstallationId } from "../stores/installation-store.ts";

/** Deletes the data of everybody who left long enough ago, and answers who that was. */
export async function forgetDeparted({
  departures,
  files,
  now,
}: {
  departures: DepartureStore;
  files: DataFiles;
  now(): Date;
}): Promise<readonly InstallationId[]> {
  const due = await departures.due(now().toISOString());
  for (const departure of due) {
    for (const teamId of departure.teams) await files.remove(teamId);
    // Last, so that what breaks off before is done again.
    await departures.end(departure);
  }
  return due.map(({ id }) => id);
}
