import { TeamId } from "../rules/people.ts";
import type { ConnectionStore } from "../stores/connection-store.ts";
import type { DepartureStore } from "../stores/departure-store.ts";
import type { InstallationId } from "../stores/installation-store.ts";
import type { WorkspaceStore } from "../stores/workspace-store.ts";

interface DepartureDeps {
  readonly departures: DepartureStore;
  readonly retentionDays: number;
}

const dayMs = 24 * 60 * 60_000;

/** Forgets the tokens and the keys to Kashew of who took the app away at `at`, and sets the day on which their data go. */
export function noteDeparture(
  { departures, retentionDays }: DepartureDeps,
  { id, at }: { id: InstallationId; at: Date },
): Promise<boolean> {
  return departures.leave({ id, ...timesOf(at, retentionDays) });
}

/** Sets the day on which the data of a workspace go from which its organization took the app away at `at`. */
export function noteLostAccess(
  { departures, retentionDays }: DepartureDeps,
  { teamId, at }: { teamId: TeamId; at: Date },
): Promise<boolean> {
  return departures.loseAccess({ teamId, ...timesOf(at, retentionDays) });
}

function timesOf(at: Date, retentionDays: number): { at: string; dataUntil: string } {
  const dataUntil = new Date(at.getTime() + retentionDays * dayMs);
  return { at: at.toISOString(), dataUntil: dataUntil.toISOString() };
}

/**
 * Forgets the key to Kashew of a workspace that took the app away at `at`, and nothing else. False where there is
 * none, or where it was connected since: such a word may come late.
 */
export async function forgetKey(
  { workspaces, connections }: { workspaces: WorkspaceStore; connections: ConnectionStore },
  { id, at }: { id: InstallationId; at: Date },
): Promise<boolean> {
  const teamId = TeamId.safeParse(id).data;
  const connection = teamId && (await workspaces.find(teamId))?.connection;
  if (teamId === undefined || connection === undefined) return false;
  if (Date.parse(connection.connectedAt) >= at.getTime() + 1000) return false;
  return (await connections.disconnect(teamId)) !== undefined;
}
