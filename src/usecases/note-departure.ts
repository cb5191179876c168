import type { TeamId } from "../rules/people.ts";
import type { DepartureStore } from "../stores/departure-store.ts";
import type { InstallationId } from "../stores/installation-store.ts";

interface DepartureDeps {
  readonly departures: DepartureStore;
  readonly retentionDays: number;
}

const dayMs = 24 * 60 * 60_000;

/** Forgets the tokens of who took the app away at `at`, and sets the day on which their data go. */
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
