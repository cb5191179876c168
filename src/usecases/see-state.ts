import type { TeamId } from "../rules/people.ts";
import type { Deps } from "./permit.ts";

/** Another word after each change of the workspace, through whichever door and by whichever process it is made. */
export async function seeState(deps: Pick<Deps, "workspaces" | "traceOf">, teamId: TeamId): Promise<string> {
  const workspace = await deps.workspaces.find(teamId);
  return `${deps.traceOf(teamId)} ${JSON.stringify(workspace)}`;
}
