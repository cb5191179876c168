import { z } from "zod";
import { token } from "./ids.ts";

// Loose on purpose: the judge says what is wrong with a payload, these shapes only say what this Slack reads from it.

const Text = z.looseObject({ type: z.string(), text: z.string() });

export const Option = z.looseObject({ text: Text, value: z.string(), description: Text.optional() });
export type Option = z.infer<typeof Option>;

export const OptionGroup = z.looseObject({ label: Text, options: z.array(Option) });

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

export function readBlocks(blocks: unknown): Block[] {
  return withIds(z.array(Block).parse(blocks ?? []));
}

/** Every interactive element, in the order of the screen. */
export function spotsOf(blocks: readonly Block[]): Spot[] {
  return blocks.flatMap((block) => {
    const elements = [block.element, block.accessory, ...(block.type === "actions" ? elementsOf(block) : [])];
    return elements.flatMap((element) =>
      element?.action_id === undefined
        ? []
        : [{ block, element: { ...element, action_id: element.action_id } }],
    );
  });
}

export function elementsOf(block: Block): Element[] {
  const parsed = z.array(Element).safeParse(block.elements);
  return parsed.success ? parsed.data : [];
}

export function optionsOf(element: Element): Option[] {
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
}

const interactive =
  /^(button|checkboxes|radio_buttons|overflow|.*_select|.*picker|.*_input|workflow_button)$/;

function withIds(blocks: z.infer<typeof Block>[]): Block[] {
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? token(5),
    ...(block.element && { element: withActionId(block.element) }),
    ...(block.accessory && { accessory: withActionId(block.accessory) }),
    ...(block.type === "actions" && { elements: elementsOf({ ...block, block_id: "" }).map(withActionId) }),
  }));
}

function withActionId(element: Element): Element {
  return interactive.test(element.type) ? { ...element, action_id: element.action_id ?? token(5) } : element;
}
