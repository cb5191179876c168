import type { TeamId } from "../rules/people.ts";
import type { Plan } from "../rules/plan.ts";
import { noteOutside } from "./note-outside.ts";
import type { Deps } from "./permit.ts";

/** Takes effect with the next thing anybody does, also in a running bot. Undefined where the workspace is not known. */
export async function setPlan(
  deps: Deps,
  { teamId, plan }: { teamId: TeamId; plan: Plan },
): Promise<{ readonly isNoted: boolean } | undefined> {
  // Also over a plan that this version does not know.
  const row = (await deps.workspaces.list()).find((workspace) => workspace.teamId === teamId);
  if (row === undefined || !(await deps.workspaces.setPlan(teamId, plan))) return undefined;
  const before = row.plan ?? row.unknownPlan ?? deps.defaultPlan;
  if (before === plan) return { isNoted: true };
  return { isNoted: await noteOutside(deps, teamId, { kind: "plan-set", before, after: plan }) };
}
