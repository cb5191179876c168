import type { ConnectionState, KashewKey } from "../rules/connection.ts";
import type { TeamId, UserId } from "../rules/people.ts";
import type { SealedStore } from "./key-source.ts";

/** That a workspace keeps its profiles in Kashew. */
export interface Connection {
  /** As much of the key as may be shown: "kshw_abcd1234_…" */
  readonly shownKey: string;
  readonly connectedBy: UserId;
  /** UTC, ISO 8601. Together with the workspace it names this connection. */
  readonly connectedAt: string;
  readonly state: ConnectionState;
}

interface NamedConnection {
  readonly teamId: TeamId;
  readonly connectedAt: string;
}

/**
 * The workspaces' connections with Kashew, one for each at most. Keys are sealed at rest. Each method is one atomic
 * step; what breaks is a `Fault`.
 */
export interface ConnectionStore extends SealedStore {
  /** Takes the place of the connection there was. */
  connect(ask: {
    readonly teamId: TeamId;
    readonly key: KashewKey;
    readonly by: UserId;
    readonly at: Date;
  }): Promise<Connection>;
  /** Undefined where the workspace is not connected any more. */
  keyOf(connection: NamedConnection): Promise<KashewKey | undefined>;
  /** Nothing where another connection has taken its place. */
  setState(ask: NamedConnection & { readonly state: ConnectionState }): Promise<void>;
  /** True for whoever is the first since the state changed: the admins are told once. */
  beginTelling(connection: NamedConnection): Promise<boolean>;
  /** Forgets the key at once. Undefined where there was none. */
  disconnect(teamId: TeamId): Promise<Connection | undefined>;
}
