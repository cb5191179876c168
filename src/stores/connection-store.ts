import type { ConnectionState } from "../rules/connection.ts";
import type { UserId } from "../rules/people.ts";

/** That a workspace keeps its profiles in Kashew. */
export interface Connection {
  /** As much of the key as may be shown: "kshw_abcd1234_…" */
  readonly shownKey: string;
  readonly connectedBy: UserId;
  /** UTC, ISO 8601. Together with the workspace it names this connection. */
  readonly connectedAt: string;
  readonly state: ConnectionState;
}
