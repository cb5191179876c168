import type { EnterpriseId, TeamId, UserId } from "../rules/people.ts";
import type { SealedStore } from "./key-source.ts";

/** What an installation belongs to: one workspace, or a whole organization. */
export type InstallationId = TeamId | EnterpriseId;

/** One workspace's, or organization's, yes to the app. The tokens are secrets. */
export interface StoredInstallation {
  readonly id: InstallationId;
  readonly name: string;
  /** The organization that the workspace is in; its own id for an organization. */
  readonly enterpriseId?: EnterpriseId | undefined;
  readonly botToken: string;
  /** With token rotation alone: what brings the next token, and when this one ends (UTC, ISO 8601). */
  readonly rotation?: { readonly refreshToken: string; readonly expiresAt: string } | undefined;
  readonly scopes: readonly string[];
  readonly installedBy: UserId;
  /** UTC, ISO 8601. */
  readonly installedAt: string;
}

/** Who has installed the app. Tokens are sealed at rest. Each method is one atomic step; what breaks is a `Fault`. */
export interface InstallationStore extends SealedStore {
  /** Takes the place of the installation there was, ends a departure, and remembers the workspace that it is of. True where one or the other was known. */
  save(installation: StoredInstallation): Promise<boolean>;
  /** Puts new tokens into the same installation. False where it was forgotten or made anew meanwhile. */
  renew(installation: StoredInstallation): Promise<boolean>;
  find(id: InstallationId): Promise<StoredInstallation | undefined>;
  /** How many there are: no token is opened. */
  count(): Promise<number>;
  /** At most so many that come after an id, in the order of ids. */
  idsAfter(id: string, most: number): Promise<InstallationId[]>;
}
