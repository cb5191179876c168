import type { TeamId } from "../rules/people.ts";
import type { Plan } from "../rules/plan.ts";
import type { Deps } from "./permit.ts";

export interface ListedWorkspace {
  readonly teamId: TeamId;
  readonly name: string;
  readonly plan: Plan;
  /** The plan that is set, where this version does not know it; the workspace is refused until one is known. */
  readonly unknownPlan?: string;
}

/** The operator's view of who is served. */
export async function listWorkspaces(deps: Deps): Promise<ListedWorkspace[]> {
  const workspaces = await deps.workspaces.list();
  return workspaces.map((row) => ({ ...row, plan: row.plan ?? deps.defaultPlan }));
}
