import type { Actor } from "./actor.ts";
import { spotsOf } from "./block-kit.ts";
import { drawMessage, drawModal } from "./screen.ts";
import { shownValue } from "./screen-blocks.ts";
import { topModal, toViewPayload } from "./views.ts";
import type { Message, OpenView } from "./world.ts";

export interface ShownMessage {
  ts: string;
  channel: string;
  /** The top-level text, as sent. */
  text: string;
  blocks: unknown[];
  onlyVisibleToYou: boolean;
  edited: boolean;
  /** As it is read on the screen. */
  drawn: string;
}

export interface ShownModal {
  id: string;
  title: string;
  callbackId: string;
  /** The view as Slack shows it to the app: blocks, state, hash, private_metadata … */
  view: Record<string, unknown>;
  /** By label: the text, or the texts of the options; undefined when empty. */
  values: Record<string, string | string[] | undefined>;
  /** By label: the words under the field. */
  errors: Record<string, string>;
  labels: string[];
  buttons: string[];
  /** As it is read on the screen. */
  drawn: string;
}

export function showMessage(actor: Actor, message: Message): ShownMessage {
  const { ts, channel, text, blocks, edited } = message;
  const onlyVisibleToYou = message.onlyFor !== undefined;
  return { ts, channel, text, blocks, edited, onlyVisibleToYou, drawn: drawMessage(actor, message) };
}

export function showModal(actor: Actor): ShownModal | undefined {
  const view = topModal(actor.world, actor.person.id);
  if (view === undefined) return undefined;
  const spots = spotsOf(view.body.blocks);
  return {
    id: view.id,
    title: view.body.title?.text ?? "",
    callbackId: view.body.callback_id,
    view: toViewPayload(actor.world, view),
    values: valuesByLabel(actor, view),
    errors: Object.fromEntries(
      Object.entries(view.errors).map(([blockId, words]) => [labelOf(view, blockId), words]),
    ),
    labels: spots.flatMap(({ block }) => (block.label === undefined ? [] : [block.label.text])),
    buttons: spots.flatMap(({ element }) =>
      element.type === "button" && element.text ? [element.text.text] : [],
    ),
    drawn: drawModal(actor, view),
  };
}

function valuesByLabel(actor: Actor, view: OpenView): ShownModal["values"] {
  return Object.fromEntries(
    spotsOf(view.body.blocks).flatMap(({ block, element }) => {
      if (block.label === undefined) return [];
      const shown = shownValue(actor.world, view.values[block.block_id]?.[element.action_id], element);
      const many = element.type.startsWith("multi_") || element.type === "checkboxes";
      return [[block.label.text, many ? shown : shown[0]]];
    }),
  );
}

function labelOf(view: OpenView, blockId: string): string {
  return view.body.blocks.find((block) => block.block_id === blockId)?.label?.text ?? blockId;
}
