import type { KashewKey } from "../rules/connection.ts";
import type { TeamId } from "../rules/people.ts";
import type { ProfileStore } from "./profile-store.ts";
import type { Workspace } from "./workspace-store.ts";

type Connected = Required<Pick<Workspace, "teamId" | "connection">>;

/** The way to Kashew for all workspaces. What breaks is a `Fault`. */
export interface KashewGate {
  profilesOf(workspace: Connected): ProfileStore;
  /** Asks Kashew now, whatever was read before. */
  check(workspace: Connected): Promise<void>;
  /** Asks with a key that is kept nowhere, and answers how many profiles there are. */
  tryKey(key: KashewKey): Promise<number>;
  /** Forgets what was read of a workspace that is connected no more. */
  letGo(teamId: TeamId): void;
}
