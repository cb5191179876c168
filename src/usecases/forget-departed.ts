import type { TeamId } from "../rules/people.ts";
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
 * Deletes the data of somebody who left long enough ago. False where they are kept: the app was installed again, or its
 * organization has given it back to a workspace, of which the app may never have been told.
 */
export async function forgetDeparted(
  { departures, files, reaches, now }: ForgetDeps,
  departure: Departure,
): Promise<boolean> {
  const { id, teams, within } = departure;
  if (within !== undefined && (await reaches(within))) {
    await departures.regainAccess({ teamId: within.teamId, at: now().toISOString() });
    return false;
  }
  const gone: TeamId[] = [];
  for (const teamId of teams) {
    // Right before, since somebody may come back while others are forgotten.
    if (!(await departures.isDue({ id, teamId, now: now().toISOString() }))) continue;
    await files.remove(teamId);
    gone.push(teamId);
  }
  if (gone.length === 0 && teams.length > 0) return false;
  // Last, so that what breaks off before is done again.
  await departures.end({ id, teams: gone });
  return true;
}
