import type { TeamId } from "../rules/people.ts";
import type { Plan, WritesToday } from "../rules/plan.ts";
import { plans } from "../rules/plan.ts";
import type { Deps } from "./permit.ts";

export interface ShownWorkspace {
  readonly teamId: TeamId;
  readonly name: string;
  readonly plan: Plan;
  /** Whether the plan is `DEFAULT_PLAN`, because the operator has set none. */
  readonly isDefaultPlan: boolean;
  readonly profiles: number;
  readonly active: number;
  readonly writes: WritesToday;
}

/** One workspace's state for its operator; undefined where it has never been met. */
export async function showWorkspace(deps: Deps, teamId: TeamId): Promise<ShownWorkspace | undefined> {
  const workspace = await deps.workspaces.find(teamId);
  if (workspace === undefined) return undefined;
  const plan = workspace.plan ?? deps.defaultPlan;
  const store = deps.profilesOf(teamId);
  const { total, active } = await store.count();
  const used = await store.writesToday(deps.now());
  return {
    teamId,
    name: workspace.name,
    plan,
    isDefaultPlan: workspace.plan === undefined,
    profiles: total,
    active,
    writes: { used, limit: plans[plan].writesPerDay },
  };
}
