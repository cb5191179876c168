import { verificationToken } from "./sender.ts";
import type { World } from "./world.ts";

export function eventPayload(
  world: World,
  args: { team: string; event: Record<string, unknown>; eventId: string },
): Record<string, unknown> {
  const bot = world.seed.app.installations.find((installation) => installation.workspace === args.team);
  return {
    token: verificationToken,
    team_id: args.team,
    ...(bot?.enterprise !== undefined && { enterprise_id: bot.enterprise }),
    api_app_id: world.seed.app.id,
    event: { event_ts: (world.now() / 1000).toFixed(6), ...args.event },
    type: "event_callback",
    event_id: args.eventId,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: bot?.enterprise ?? null,
        team_id: args.team,
        user_id: bot?.botUserId ?? null,
        is_bot: true,
        is_enterprise_install: bot?.enterprise !== undefined,
      },
    ],
    is_ext_shared_channel: false,
  };
}
