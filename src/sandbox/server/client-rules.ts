import type { Spot } from "./block-kit.ts";
import { spotsOf } from "./block-kit.ts";
import type { StateValue } from "./protocol.ts";
import { isBlank } from "./state.ts";
import type { OpenView } from "./world.ts";

/** What Slack's client checks before it sends a form: block_id → words under the field. */
export function clientErrors(view: OpenView): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const spot of spotsOf(view.body.blocks)) {
    if (spot.block.type !== "input") continue;
    const value = view.values[spot.block.block_id]?.[spot.element.action_id];
    const words = wrongWith(spot, value);
    if (words !== undefined) errors[spot.block.block_id] = words;
  }
  return errors;
}

function wrongWith({ block, element }: Spot, value: StateValue | undefined): string | undefined {
  if (isBlank(value, element)) return block.optional === true ? undefined : "This is a required field";
  const text = value?.value;
  if (typeof text !== "string") return undefined;
  if (element.type === "plain_text_input") {
    const least = element.min_length ?? 0;
    return text.length < least ? `Enter at least ${least} characters` : undefined;
  }
  if (element.type === "number_input") return wrongNumber(element, text);
  if (element.type === "email_text_input")
    return /^\S+@\S+\.\S+$/.test(text) ? undefined : "Enter a valid email";
  if (element.type === "url_text_input") return URL.canParse(text) ? undefined : "Enter a valid URL";
  return undefined;
}

/** A comma counts as a decimal point, as it does for people whose locale writes it so. */
function wrongNumber(element: Spot["element"], text: string): string | undefined {
  if (!/^[-+]?\d+([.,]\d+)?$/.test(text.trim())) return "Enter a number";
  const number = Number(text.trim().replace(",", "."));
  if (element.is_decimal_allowed === false && !Number.isInteger(number)) return "Enter a whole number";
  const { min_value: least, max_value: most } = element;
  if (least !== undefined && number < Number(least)) return `Enter a number of ${least} or more`;
  if (most !== undefined && number > Number(most)) return `Enter a number of ${most} or less`;
  return undefined;
}
