import type { DepartureStore } from "../stores/departure-store.ts";
import type { InstallationId } from "../stores/installation-store.ts";

const dayMs = 24 * 60 * 60_000;

/** Forgets the tokens of who took the app away at `at`, and sets the day on which their data go. */
export function noteDeparture(
  { departures, retentionDays }: { departures: DepartureStore; retentionDays: number },
  { id, at }: { id: InstallationId; at: Date },
): Promise<boolean> {
  const dataUntil = new Date(at.getTime() + retentionDays * dayMs);
  return departures.leave({ id, at: at.toISOString(), dataUntil: dataUntil.toISOString() });
}
