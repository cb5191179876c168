import type { StateValue } from "../../server/protocol.ts";

/** Per element type: the field of its state, and what it starts from. */
const fields = new Map<string, readonly [held: string, initial: string]>([
  ["plain_text_input", ["value", "initial_value"]],
  ["email_text_input", ["value", "initial_value"]],
  ["url_text_input", ["value", "initial_value"]],
  ["number_input", ["value", "initial_value"]],
  ["rich_text_input", ["rich_text_value", "initial_value"]],
  ["datepicker", ["selected_date", "initial_date"]],
  ["timepicker", ["selected_time", "initial_time"]],
  ["datetimepicker", ["selected_date_time", "initial_date_time"]],
  ["static_select", ["selected_option", "initial_option"]],
  ["external_select", ["selected_option", "initial_option"]],
  ["radio_buttons", ["selected_option", "initial_option"]],
  ["overflow", ["selected_option", ""]],
  ["checkboxes", ["selected_options", "initial_options"]],
  ["multi_static_select", ["selected_options", "initial_options"]],
  ["multi_external_select", ["selected_options", "initial_options"]],
  ["users_select", ["selected_user", "initial_user"]],
  ["multi_users_select", ["selected_users", "initial_users"]],
  ["conversations_select", ["selected_conversation", "initial_conversation"]],
  ["multi_conversations_select", ["selected_conversations", "initial_conversations"]],
  ["channels_select", ["selected_channel", "initial_channel"]],
  ["multi_channels_select", ["selected_channels", "initial_channels"]],
]);

/** Whether an element keeps what was entered, as buttons and overflow menus do not. */
export function holds(type: string): boolean {
  return type !== "overflow" && fields.has(type);
}

/** What stands in a state under its type's own name: text, an option, ids … */
export function heldIn(value: StateValue | undefined): unknown {
  return value === undefined ? undefined : value[fields.get(value.type)?.[0] ?? "value"];
}

export function toStateValue(type: string, held: unknown): StateValue {
  return { type, [fields.get(type)?.[0] ?? "value"]: held };
}

/** What an element holds before anybody touched it. */
export function startOf(element: { type: string }): StateValue {
  const initial = (element as Record<string, unknown>)[fields.get(element.type)?.[1] ?? ""];
  const empty = element.type.startsWith("multi_") || element.type === "checkboxes" ? [] : null;
  return toStateValue(element.type, initial ?? empty);
}
