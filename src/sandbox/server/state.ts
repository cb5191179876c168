import type { Block, Element, Option } from "./block-kit.ts";
import { spotsOf } from "./block-kit.ts";
import type { StateValue, Values } from "./protocol.ts";

/** Per element type: the field of the state, the property it starts from, and what it holds when nobody touched it. */
const shapes: Record<string, readonly [field: string, initial: string | undefined, empty: null | []]> = {
  plain_text_input: ["value", "initial_value", null],
  email_text_input: ["value", "initial_value", null],
  url_text_input: ["value", "initial_value", null],
  number_input: ["value", "initial_value", null],
  static_select: ["selected_option", "initial_option", null],
  external_select: ["selected_option", "initial_option", null],
  radio_buttons: ["selected_option", "initial_option", null],
  multi_static_select: ["selected_options", "initial_options", []],
  multi_external_select: ["selected_options", "initial_options", []],
  checkboxes: ["selected_options", "initial_options", []],
  users_select: ["selected_user", "initial_user", null],
  multi_users_select: ["selected_users", "initial_users", []],
  conversations_select: ["selected_conversation", "initial_conversation", null],
  multi_conversations_select: ["selected_conversations", "initial_conversations", []],
  channels_select: ["selected_channel", "initial_channel", null],
  multi_channels_select: ["selected_channels", "initial_channels", []],
  datepicker: ["selected_date", "initial_date", null],
  timepicker: ["selected_time", "initial_time", null],
  datetimepicker: ["selected_date_time", "initial_date_time", null],
  rich_text_input: ["rich_text_value", "initial_value", null],
  file_input: ["files", undefined, []],
};

/** What is chosen in these is told to the app and forgotten at once. */
const passing: Readonly<Record<string, string>> = { overflow: "selected_option", feedback_buttons: "value" };

/** The state's field of an element, such as `selected_option`; undefined for buttons and whatever else holds nothing. */
export function stateField(element: Element): string | undefined {
  return shapes[element.type]?.[0];
}

/** The field that says what was chosen, in what forgets it at once too. */
export function choiceField(element: Element): string | undefined {
  return passing[element.type] ?? stateField(element);
}

/** Whether a choice is told and not kept, as in an overflow menu. */
export function isPassing({ type }: Element): boolean {
  return passing[type] !== undefined;
}

export function stateValue(element: Element, value: unknown): StateValue {
  return { type: element.type, [choiceField(element) ?? "value"]: value };
}

/** What the elements hold when the blocks are first shown. `channel` is the conversation the person was in. */
export function initialValues(blocks: readonly Block[], channel?: string): Values {
  return collect(blocks, (_block, element) => initialValue(element, channel));
}

/** What is typed survives only where block_id, action_id and the element's type are unchanged; an initial value does not win over it. */
export function carryValues(before: Values, blocks: readonly Block[], channel?: string): Values {
  return collect(blocks, (block, element) => {
    const old = before[block.block_id]?.[element.action_id ?? ""];
    return old?.type === element.type ? old : initialValue(element, channel);
  });
}

export function chosenOptions(value: StateValue | undefined): Option[] {
  const one = value?.selected_option as Option | null | undefined;
  return (value?.selected_options as Option[] | undefined) ?? (one ? [one] : []);
}

export function isBlank(value: StateValue | undefined, element: Element): boolean {
  const held = value?.[choiceField(element) ?? "value"];
  return held === undefined || held === null || held === "" || (Array.isArray(held) && held.length === 0);
}

function initialValue(element: Element, channel: string | undefined): StateValue | undefined {
  const shape = shapes[element.type];
  if (shape === undefined) return undefined;
  const [field, initial, empty] = shape;
  const here = element.default_to_current_conversation === true ? channel : undefined;
  return { type: element.type, [field]: (initial && element[initial]) ?? here ?? empty };
}

function collect(
  blocks: readonly Block[],
  read: (block: Block, element: Element) => StateValue | undefined,
): Values {
  const values: Values = {};
  for (const { block, element } of spotsOf(blocks)) {
    const value = read(block, element);
    if (value === undefined) continue;
    values[block.block_id] = { ...values[block.block_id], [element.action_id]: value };
  }
  return values;
}
