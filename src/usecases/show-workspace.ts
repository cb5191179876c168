import type { TeamId } from "../rules/people.ts";
import type { Plan, WritesToday } from "../rules/plan.ts";
import { planThatCounts } from "../rules/plan.ts";
import type { Connection } from "../stores/connection-store.ts";
import type { Deps } from "./permit.ts";
import { toWrites } from "./writes.ts";

export interface ShownWorkspace {
  readonly teamId: TeamId;
  readonly name: string;
  readonly plan: Plan;
  /** Whether the plan is `DEFAULT_PLAN`, because the operator has set none. */
  readonly isDefaultPlan: boolean;
  readonly profiles: number;
  readonly active: number;
  readonly writes: WritesToday;
  /** Missing where it keeps its profiles itself. */
  readonly connection?: Connection;
}

/** One workspace's state for its operator; undefined where it has never been met. */
export async function showWorkspace(deps: Deps, teamId: TeamId): Promise<ShownWorkspace | undefined> {
  const workspace = await deps.workspaces.find(teamId);
  if (workspace === undefined) return undefined;
  const { connection } = workspace;
  const plan = planThatCounts(workspace.plan ?? deps.defaultPlan, connection?.state);
  const profiles = deps.profilesOf(workspace);
  const { total, active } = await profiles.count();
  const used = await profiles.writesToday(deps.now());
  return {
    teamId,
    name: workspace.name,
    plan,
    isDefaultPlan: workspace.plan === undefined,
    profiles: total,
    active,
    writes: toWrites(used, { profiles, plan }),
    ...(connection === undefined ? {} : { connection }),
  };
}
