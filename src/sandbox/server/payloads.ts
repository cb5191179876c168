import type { Spot } from "./block-kit.ts";
import { spotsOf } from "./block-kit.ts";
import { channelById, isDm, mustInstallation, workspaceById } from "./lookup.ts";
import { messageValues, toMessagePayload } from "./messages.ts";
import { mintResponseUrl } from "./response-urls.ts";
import type { SeedChannel, SeedPerson } from "./seed.ts";
import type { StateValue } from "./state.ts";
import { mintTrigger } from "./triggers.ts";
import { toViewPayload } from "./views.ts";
import type { Message, OpenView, World } from "./world.ts";

/** Slack still sends a verification token; nothing should rely on it. */
const verificationToken = "verification-token-of-the-sandbox";

/** What an interactive element stands on. */
export type Surface = { kind: "view"; view: OpenView } | { kind: "message"; message: Message };

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

export function blockActionsPayload(
  world: World,
  args: { person: SeedPerson; surface: Surface; spot: Spot; value: StateValue | undefined },
): { type: string } & Record<string, unknown> {
  const { person, surface, spot, value } = args;
  return {
    type: "block_actions",
    ...common(world, person),
    ...surfaceFields(world, person, surface),
    trigger_id: mintTrigger(world, { person: person.id, ...origin(surface) }),
    ...(surface.kind === "message" && {
      response_url: mintResponseUrl(world, {
        kind: "actions",
        person: person.id,
        team: surface.message.team,
        channel: surface.message.channel,
        ts: surface.message.ts,
      }),
    }),
    actions: [actionOf(world, spot, value)],
  };
}

export function blockSuggestionPayload(
  world: World,
  args: { person: SeedPerson; surface: Surface; spot: Spot; query: string },
): { type: string } & Record<string, unknown> {
  const { state: _state, ...surface } = surfaceFields(world, args.person, args.surface);
  return {
    type: "block_suggestion",
    ...common(world, args.person),
    ...surface,
    action_id: args.spot.element.action_id,
    block_id: args.spot.block.block_id,
    value: args.query,
  };
}

/** `snapshot` is the view as it stood when the person pressed the button. */
export function viewSubmissionPayload(
  world: World,
  args: { person: SeedPerson; view: OpenView; snapshot: Record<string, unknown> },
): { type: string } & Record<string, unknown> {
  const { person, view, snapshot } = args;
  return {
    type: "view_submission",
    ...common(world, person),
    trigger_id: mintTrigger(world, { person: person.id, team: view.team, channel: view.channel }),
    view: snapshot,
    response_urls: responseUrls(world, view),
  };
}

export function viewClosedPayload(
  world: World,
  args: { person: SeedPerson; view: OpenView; cleared: boolean },
): { type: string } & Record<string, unknown> {
  return {
    type: "view_closed",
    ...common(world, args.person),
    view: toViewPayload(world, args.view, {}),
    is_cleared: args.cleared,
  };
}

export function eventPayload(
  world: World,
  args: { team: string; event: Record<string, unknown>; eventId: string },
): Record<string, unknown> {
  const bot = world.seed.app.installations.find((installation) => installation.workspace === args.team);
  return {
    token: verificationToken,
    team_id: args.team,
    api_app_id: world.seed.app.id,
    event: { event_ts: (world.now() / 1000).toFixed(6), ...args.event },
    type: "event_callback",
    event_id: args.eventId,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: args.team,
        user_id: bot?.botUserId ?? null,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

function common(world: World, person: SeedPerson): Record<string, unknown> {
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

function origin(surface: Surface): { team: string; channel: string | undefined } {
  return surface.kind === "view" ? surface.view : surface.message;
}

/** An ephemeral message is not kept by Slack, so the payload names it in `container` but does not carry it. */
function surfaceFields(world: World, person: SeedPerson, surface: Surface): Record<string, unknown> {
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

function actionOf(world: World, spot: Spot, value: StateValue | undefined): Record<string, unknown> {
  const { element, block } = spot;
  const carried = ["text", "value", "style", "url", "accessibility_label", "placeholder", "confirm"];
  const initial = Object.keys(element).filter((key) => key.startsWith("initial_"));
  const kept = element.type === "button" ? carried : ["placeholder", "confirm", ...initial];
  return {
    ...Object.fromEntries(kept.flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]]]))),
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    ...value,
    action_ts: (world.now() / 1000).toFixed(6),
  };
}

/** One for each conversation menu of the view that asks for it and holds a conversation. */
function responseUrls(world: World, view: OpenView): Record<string, unknown>[] {
  return spotsOf(view.body.blocks).flatMap(({ block, element }) => {
    const value = view.values[block.block_id]?.[element.action_id];
    const channel = value?.selected_conversation ?? value?.selected_channel;
    if (element.response_url_enabled !== true || typeof channel !== "string") return [];
    const url = mintResponseUrl(world, {
      kind: "app",
      person: view.person,
      team: view.team,
      channel,
      ts: undefined,
    });
    return [
      { block_id: block.block_id, action_id: element.action_id, channel_id: channel, response_url: url },
    ];
  });
}

function channelName(channel: SeedChannel): string {
  if (isDm(channel.id)) return "directmessage";
  return channel.private === true ? "privategroup" : channel.name;
}

/** An interaction in a person's name whose content is free: what is given wins over what Slack would say. */
export function forgedInteraction(
  world: World,
  person: SeedPerson,
  content: { type: string } & Record<string, unknown>,
): { type: string } & Record<string, unknown> {
  const team = world.seed.app.installations[0]?.workspace ?? person.workspace;
  return {
    ...common(world, person),
    trigger_id: mintTrigger(world, { person: person.id, team, channel: undefined }),
    ...content,
  };
}
