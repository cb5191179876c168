import type { TeamId } from "../rules/people.ts";
import type { Plan } from "../rules/plan.ts";
import type { Deps } from "./permit.ts";

/** Takes effect with the next thing anybody does, also in a running bot. False where the workspace is not known. */
export async function setPlan(
  deps: Deps,
  { teamId, plan }: { teamId: TeamId; plan: Plan },
): Promise<boolean> {
  return deps.workspaces.setPlan(teamId, plan);
}
