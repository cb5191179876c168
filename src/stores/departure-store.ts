import type { TeamId } from "../rules/people.ts";
import type { InstallationId } from "./installation-store.ts";

/** Somebody who has taken the app away, and what is still kept of them. */
export interface Departure {
  readonly id: InstallationId;
  /** One workspace, or those of an organization. */
  readonly teams: readonly TeamId[];
}

/**
 * Who has left, and until when their data are kept. Needs no encryption key. Times are UTC, ISO 8601. Each method is
 * one atomic step; what breaks is a `Fault`.
 */
export interface DepartureStore {
  /**
   * Forgets the tokens and the keys to Kashew, and notes until when the data are kept; where that was noted before it stays. False where
   * nothing is kept, or where the app was installed anew after `at`, which counts in seconds.
   */
  leave(departure: { id: InstallationId; at: string; dataUntil: string }): Promise<boolean>;
  /** Those whose time is over. */
  due(now: string): Promise<readonly Departure[]>;
  /** Forgets that there was a departure, unless it was installed anew meanwhile. */
  end(departure: Departure): Promise<void>;
}
