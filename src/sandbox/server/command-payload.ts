import { channelName, workspaceById } from "./lookup.ts";
import { mintResponseUrl } from "./response-urls.ts";
import type { SeedChannel, SeedPerson } from "./seed.ts";
import { verificationToken } from "./sender.ts";
import { mintTrigger } from "./triggers.ts";
import type { World } from "./world.ts";

/** The fields of a slash command's form. */
export function commandPayload(
  world: World,
  args: { person: SeedPerson; channel: SeedChannel; team: string; command: string; text: string },
): Record<string, string> {
  const { person, channel, team } = args;
  const workspace = workspaceById(world, person.workspace);
  return {
    token: verificationToken,
    team_id: workspace.id,
    team_domain: workspace.domain,
    ...(workspace.enterprise && { enterprise_id: workspace.enterprise, enterprise_name: workspace.name }),
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: person.name,
    command: args.command,
    text: args.text,
    api_app_id: world.seed.app.id,
    is_enterprise_install: "false",
    response_url: mintResponseUrl(world, {
      kind: "commands",
      person: person.id,
      team,
      channel: channel.id,
      ts: undefined,
    }),
    trigger_id: mintTrigger(world, { person: person.id, team, channel: channel.id }),
  };
}
