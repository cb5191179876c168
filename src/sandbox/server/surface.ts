import { channelById, channelName, mustInstallation } from "./lookup.ts";
import { messageValues, toMessagePayload } from "./messages.ts";
import type { SeedPerson } from "./seed.ts";
import { toViewPayload } from "./views.ts";
import type { Message, OpenView, World } from "./world.ts";

/** What an interactive element stands on. */
export type Surface = { kind: "view"; view: OpenView } | { kind: "message"; message: Message };

/** An ephemeral message is not kept by Slack, so the payload names it in `container` but does not carry it. */
export function surfaceFields(world: World, person: SeedPerson, surface: Surface): Record<string, unknown> {
  if (surface.kind === "view") {
    return {
      container: { type: "view", view_id: surface.view.id },
      view: toViewPayload(world, surface.view),
    };
  }
  const { message } = surface;
  const installation = mustInstallation(world, message.team);
  const channel = channelById(world, message.channel);
  const ephemeral = message.onlyFor !== undefined;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
    },
    channel: { id: message.channel, name: channel ? channelName(channel) : "unknown" },
    ...(!ephemeral && {
      message: toMessagePayload(world, message, {
        userId: installation.botUserId,
        botId: installation.botId,
      }),
    }),
    state: { values: messageValues(message, person.id) },
  };
}
