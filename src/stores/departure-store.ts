import type { EnterpriseId, TeamId } from "../rules/people.ts";
import type { InstallationId } from "./installation-store.ts";

/** One workspace of an organization. */
export interface WorkspaceWithin {
  readonly teamId: TeamId;
  readonly organization: EnterpriseId;
}

/** Somebody who has taken the app away, and what is still kept of them. */
export interface Departure {
  readonly id: InstallationId;
  /** One workspace, or those of an organization. */
  readonly teams: readonly TeamId[];
  /** Where one workspace has left whose organization has the app. */
  readonly within?: WorkspaceWithin;
}

/**
 * Who has left, and until when their data are kept. Needs no encryption key. Times are UTC, ISO 8601. Each method is
 * one atomic step; what breaks is a `Fault`.
 */
export interface DepartureStore {
  /**
   * Forgets the tokens, the API keys and the keys to Kashew, and notes until when the data are kept; where that was
   * noted before it stays. False where
   * nothing is kept, or where the app was installed anew after `at`, which counts in seconds.
   */
  leave(departure: { id: InstallationId; at: string; dataUntil: string }): Promise<boolean>;
  /**
   * Notes the same of one workspace from which its organization took the app away, whose token stays. False, besides,
   * where the workspace has the app for itself.
   */
  loseAccess(departure: { teamId: TeamId; at: string; dataUntil: string }): Promise<boolean>;
  /** Forgets that the workspace left at `at` or before, since its organization's app reaches it again. */
  regainAccess(arrival: { teamId: TeamId; at: string }): Promise<boolean>;
  /** Those whose time is over. */
  due(now: string): Promise<readonly Departure[]>;
  /** Whether the time of this one is over, and the workspace still one of its own. */
  isDue(ask: { id: InstallationId; teamId: TeamId; now: string }): Promise<boolean>;
  /** Forgets that there was a departure, and what is known of these workspaces, unless it was installed anew meanwhile. */
  end(departure: Pick<Departure, "id" | "teams">): Promise<void>;
}
