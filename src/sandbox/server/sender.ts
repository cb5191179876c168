import { canary } from "./ids.ts";
import { workspaceById } from "./lookup.ts";
import type { SeedPerson } from "./seed.ts";
import type { World } from "./world.ts";

/** Slack still sends a verification token; nothing should rely on it. */
export const verificationToken = `${canary}-verification-token`;

/** Who did it and where, as every interaction says. The workspace is the person's own, not the app's. */
export function senderFields(world: World, person: SeedPerson): Record<string, unknown> {
  const workspace = workspaceById(world, person.workspace);
  const enterprise = workspace.enterprise ? { id: workspace.enterprise, name: workspace.name } : null;
  return {
    team: {
      id: workspace.id,
      domain: workspace.domain,
      ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.workspace },
    api_app_id: world.seed.app.id,
    token: verificationToken,
    enterprise,
    is_enterprise_install: false,
  };
}
