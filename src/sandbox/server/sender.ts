import { canary } from "./ids.ts";
import { installationOf, workspaceById } from "./lookup.ts";
import type { SeedPerson } from "./seed.ts";
import type { World } from "./world.ts";

/** Slack still sends a verification token; nothing should rely on it. */
export const verificationToken = `${canary}-verification-token`;

/**
 * Who did it and where, as every interaction says. The workspace is the person's own, not the app's, and none where the
 * app is installed for a whole organization.
 */
export function senderFields(world: World, person: SeedPerson): Record<string, unknown> {
  const workspace = workspaceById(world, person.workspace);
  const enterprise = workspace.enterprise ? { id: workspace.enterprise, name: workspace.name } : null;
  const isOrganizations = installationOf(world, person.workspace)?.enterprise !== undefined;
  const team = {
    id: workspace.id,
    domain: workspace.domain,
    ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
  };
  return {
    team: isOrganizations ? null : team,
    user: { id: person.id, username: person.name, name: person.name, team_id: homeOf(person) },
    api_app_id: world.seed.app.id,
    token: verificationToken,
    enterprise,
    is_enterprise_install: isOrganizations,
  };
}

/** The workspace that Slack names as somebody's. */
export function homeOf({ namedIn, workspace }: SeedPerson): string {
  return namedIn ?? workspace;
}
