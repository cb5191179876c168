import type { DataFiles } from "../stores/data-files.ts";
import type { Departure, DepartureStore, WorkspaceWithin } from "../stores/departure-store.ts";

export interface ForgetDeps {
  readonly departures: DepartureStore;
  readonly files: DataFiles;
  /** Whether an organization's app reaches one of its workspaces. */
  reaches(workspace: WorkspaceWithin): Promise<boolean>;
  now(): Date;
}

/**
 * Deletes the data of somebody who left long enough ago. False where a workspace keeps them: its organization has
 * given the app back to it, of which the app may never have been told.
 */
export async function forgetDeparted(
  { departures, files, reaches, now }: ForgetDeps,
  departure: Departure,
): Promise<boolean> {
  const { teams, within } = departure;
  if (within !== undefined && (await reaches(within))) {
    await departures.regainAccess({ teamId: within.teamId, at: now().toISOString() });
    return false;
  }
  for (const teamId of teams) await files.remove(teamId);
  // Last, so that what breaks off before is done again.
  await departures.end(departure);
  return true;
}
