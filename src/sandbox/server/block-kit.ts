import { z } from "zod";
import { token } from "./ids.ts";

// Loose on purpose: the judge says what is wrong with a payload, these shapes only say what this Slack reads from it.

const Text = z.looseObject({ type: z.string(), text: z.string() });

export const Option = z.looseObject({ text: Text, value: z.string(), description: Text.optional() });
export type Option = z.infer<typeof Option>;

export const OptionGroup = z.looseObject({ label: Text, options: z.array(Option) });

const FeedbackButton = z.looseObject({
  text: Text,
  value: z.string(),
  accessibility_label: z.string().optional(),
});
export type FeedbackButton = z.infer<typeof FeedbackButton>;

export const Element = z.looseObject({
  type: z.string(),
  action_id: z.string().optional(),
  text: Text.optional(),
  value: z.string().optional(),
  placeholder: Text.optional(),
  accessibility_label: z.string().optional(),
  options: z.array(Option).optional(),
  option_groups: z.array(OptionGroup).optional(),
  initial_option: Option.optional(),
  initial_options: z.array(Option).optional(),
  min_query_length: z.number().optional(),
  max_selected_items: z.number().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
  is_decimal_allowed: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  default_to_current_conversation: z.boolean().optional(),
  positive_button: FeedbackButton.optional(),
  negative_button: FeedbackButton.optional(),
});
export type Element = z.infer<typeof Element>;

export const Block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  label: Text.optional(),
  hint: Text.optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: Element.optional(),
  accessory: Element.optional(),
  /** Of a card. */
  actions: z.array(Element).optional(),
});
export type Block = z.infer<typeof Block> & { block_id: string };

const ViewHead = z.looseObject({
  type: z.enum(["modal", "home"]),
  title: Text.optional(),
  submit: Text.optional(),
  close: Text.optional(),
  callback_id: z.string().default(""),
  private_metadata: z.string().default(""),
  external_id: z.string().default(""),
  clear_on_close: z.boolean().default(false),
  notify_on_close: z.boolean().default(false),
});
export type View = z.infer<typeof ViewHead> & { blocks: Block[] };

/** One interactive element, and the block it stands in. */
export interface Spot {
  block: Block;
  element: Element & { action_id: string };
}

/** Reads a view; blocks and elements without ids get some, as Slack gives them. */
export function readView(view: unknown): View {
  const read = ViewHead.parse(view);
  return { ...read, blocks: readBlocks(read.blocks) };
}

/** The same for blocks, those inside of others too. */
export function readBlocks(blocks: unknown): Block[] {
  return z
    .array(Block)
    .parse(blocks ?? [])
    .map(withIds);
}

/** Every block that has a block_id of its own: those in containers and carousels too, in the order of the screen. */
function everyBlock(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...everyBlock(innerBlocks(block))]);
}

/** Every interactive element, in the order of the screen. */
export function spotsOf(blocks: readonly Block[]): Spot[] {
  return everyBlock(blocks).flatMap((block) => {
    const elements = [block.element, block.accessory, ...elementsOf(block), ...(block.actions ?? [])];
    return elements.flatMap((element) =>
      element?.action_id === undefined
        ? []
        : [{ block, element: { ...element, action_id: element.action_id } }],
    );
  });
}

/** The blocks that stand in a container or a carousel. */
export function innerBlocks({ type, child_blocks, elements }: Block): Block[] {
  const inner = type === "container" ? child_blocks : type === "carousel" ? elements : undefined;
  // `readBlocks` has read them.
  return Array.isArray(inner) ? (inner as Block[]) : [];
}

/** The elements of a block that holds a row of them. */
export function elementsOf({ type, elements }: z.infer<typeof Block>): Element[] {
  if (type !== "actions" && type !== "context_actions") return [];
  const parsed = z.array(Element).safeParse(elements);
  return parsed.success ? parsed.data : [];
}

export function feedbackSides({ positive_button, negative_button }: Element): FeedbackButton[] {
  return [positive_button, negative_button].filter((side) => side !== undefined);
}

export function optionsOf(element: Element): Option[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
}

const interactive =
  /^(button|icon_button|workflow_button|feedback_buttons|checkboxes|radio_buttons|overflow|.*_select|.*picker|.*_input)$/;

function withIds(block: z.infer<typeof Block>): Block {
  const { element, accessory, actions } = block;
  const row = elementsOf(block);
  return {
    ...block,
    block_id: block.block_id ?? token(5),
    ...(element && { element: withActionId(element) }),
    ...(accessory && { accessory: withActionId(accessory) }),
    ...(actions && { actions: actions.map(withActionId) }),
    ...(row.length > 0 && { elements: row.map(withActionId) }),
    ...(block.type === "container" && { child_blocks: readBlocks(block.child_blocks) }),
    ...(block.type === "carousel" && { elements: readBlocks(block.elements) }),
  };
}

function withActionId(element: Element): Element {
  return interactive.test(element.type) ? { ...element, action_id: element.action_id ?? token(5) } : element;
}
