import type { EnterpriseId, TeamId } from "../rules/people.ts";
import type { Deps } from "./permit.ts";

/** The organization through which a workspace has the app, if it has it through one. */
export async function findOrganization(
  { workspaces }: Pick<Deps, "workspaces">,
  teamId: TeamId,
): Promise<EnterpriseId | undefined> {
  return (await workspaces.find(teamId))?.organization;
}
