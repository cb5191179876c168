import type { EnterpriseId, TeamId, UserId } from "../rules/people.ts";

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
export interface InstallationStore {
  /** Takes the place of the installation there was. */
  save(installation: StoredInstallation): Promise<void>;
  find(id: InstallationId): Promise<StoredInstallation | undefined>;
  /** The ids alone: no token is opened. */
  list(): Promise<readonly InstallationId[]>;
  /** Unless it was installed anew since `before` (UTC, ISO 8601). False where nothing was removed. */
  remove(id: InstallationId, before: string): Promise<boolean>;
  /** Seals anew, with the first key, what an older key sealed; answers how many installations. */
  sealAnew(): Promise<number>;
}
