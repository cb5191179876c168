import type { EnterpriseId, TeamId } from "../rules/people.ts";
import type { Plan } from "../rules/plan.ts";
import type { Connection } from "./connection-store.ts";

export interface Workspace {
  readonly teamId: TeamId;
  /** As Slack calls it; empty until the bot has met it. */
  readonly name: string;
  /** Through which it has the app, where it has it through one. */
  readonly organization?: EnterpriseId;
  /** Missing until the operator sets one. */
  readonly plan?: Plan;
  /** Missing where it keeps its profiles itself. */
  readonly connection?: Connection;
}

/** A workspace in the list, where one that cannot be served hides no other. */
export interface WorkspaceRow extends Workspace {
  /** The plan that is set, where this version does not know it. `plan` is missing then. */
  readonly unknownPlan?: string;
}

/** The workspaces this installation serves. Each method is one atomic step; what breaks is a `Fault`. */
export interface WorkspaceStore {
  list(): Promise<readonly WorkspaceRow[]>;
  find(teamId: TeamId): Promise<Workspace | undefined>;
  /** Remembers the workspace under its present name, and the organization through which it has the app. */
  meet(workspace: {
    readonly teamId: TeamId;
    readonly name: string;
    readonly enterpriseId?: EnterpriseId | undefined;
  }): Promise<void>;
  /** False where no such workspace has been met. */
  setPlan(teamId: TeamId, plan: Plan): Promise<boolean>;
  /** Forgets its tokens and keys too, and that it left. False where nothing was known of it. */
  forget(teamId: TeamId): Promise<boolean>;
}
