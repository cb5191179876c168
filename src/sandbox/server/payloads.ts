import type { Spot } from "./block-kit.ts";
import { feedbackSides, spotsOf } from "./block-kit.ts";
import type { StateValue } from "./protocol.ts";
import { mintResponseUrl } from "./response-urls.ts";
import type { SeedPerson } from "./seed.ts";
import { senderFields } from "./sender.ts";
import type { Surface } from "./surface.ts";
import { surfaceFields } from "./surface.ts";
import { mintTrigger } from "./triggers.ts";
import { toViewPayload } from "./views.ts";
import type { OpenView, World } from "./world.ts";

export function blockActionsPayload(
  world: World,
  args: { person: SeedPerson; surface: Surface; spot: Spot; value: StateValue | undefined },
): { type: string } & Record<string, unknown> {
  const { person, surface, spot, value } = args;
  const { team, channel } = surface.kind === "view" ? surface.view : surface.message;
  return {
    type: "block_actions",
    ...senderFields(world, person),
    ...surfaceFields(world, person, surface),
    trigger_id: mintTrigger(world, { person: person.id, team, channel }),
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
    ...senderFields(world, args.person),
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
    ...senderFields(world, person),
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
    ...senderFields(world, args.person),
    view: toViewPayload(world, args.view, {}),
    is_cleared: args.cleared,
  };
}

function actionOf(world: World, spot: Spot, value: StateValue | undefined): Record<string, unknown> {
  const { element, block } = spot;
  const carried = ["text", "value", "style", "url", "icon", "accessibility_label", "placeholder", "confirm"];
  const initial = Object.keys(element).filter((key) => key.startsWith("initial_"));
  const kept = element.type.endsWith("button") ? carried : ["placeholder", "confirm", ...initial];
  const side = feedbackSides(element).find((one) => one.value === value?.value);
  return {
    ...Object.fromEntries(kept.flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]]]))),
    ...(side && { text: side.text }),
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

/** An interaction in a person's name whose content is free: what is given wins over what Slack would say. */
export function forgedInteraction(
  world: World,
  person: SeedPerson,
  content: { type: string } & Record<string, unknown>,
): { type: string } & Record<string, unknown> {
  const team = world.seed.app.installations[0]?.workspace ?? person.workspace;
  return {
    ...senderFields(world, person),
    trigger_id: mintTrigger(world, { person: person.id, team, channel: undefined }),
    ...content,
  };
}
