import type { Actor } from "./actor.ts";
import type { Element, Option } from "./block-kit.ts";
import { feedbackSides } from "./block-kit.ts";
import type { Found } from "./finds.ts";
import { offeredOptions, offeredPlaces } from "./menu-offers.ts";
import type { StateValue } from "./protocol.ts";
import { choiceField, stateValue } from "./state.ts";

/** A value as the element then holds it. Throws, in words, where Slack's client would not let it happen. */
export function acceptValue(actor: Actor, found: Found, value: StateValue): StateValue {
  const { element } = found.spot;
  const field = choiceField(element);
  if (field === undefined) throw new Error(`A ${element.type} holds nothing.`);
  if (value.type !== element.type) throw new Error(`This is a ${element.type}, not a ${value.type}.`);
  return stateValue(element, accept(actor, found, { field, held: value[field] ?? null }));
}

function accept(actor: Actor, found: Found, { field, held }: { field: string; held: unknown }): unknown {
  const { element } = found.spot;
  switch (field) {
    case "value":
      return element.type === "feedback_buttons" ? pressedSide(element, held) : typed(element, held);
    case "selected_option":
      return held === null ? null : offered(actor, found, held);
    case "selected_options":
      return many(element, held).map((one) => offered(actor, found, one));
    case "selected_user":
    case "selected_conversation":
    case "selected_channel":
      return held === null ? null : somewhere(actor, element, held);
    case "selected_users":
    case "selected_conversations":
    case "selected_channels":
      return many(element, held).map((one) => somewhere(actor, element, one));
    case "selected_date":
      return matching(held, isDate, "a date, such as 2026-05-19");
    case "selected_time":
      return matching(held, (time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), "a time, such as 16:30");
    case "selected_date_time":
      if (held === null || Number.isInteger(held)) return held;
      throw new Error(`${String(held)} is not a moment, in whole seconds since 1970.`);
    case "rich_text_value":
      if (held === null || asRecord(held).type === "rich_text") return held;
      throw new Error("Only rich text can be typed here.");
    default:
      throw new Error(`A ${element.type} is not available in this sandbox.`);
  }
}

function typed(element: Element, held: unknown): string | null {
  if (held === null || held === "") return null;
  if (typeof held !== "string") throw new Error("Only words can be typed here.");
  const { max_length: most } = element;
  if (most !== undefined && held.length > most) {
    throw new Error(`The field takes ${most} characters; nobody can type ${held.length} into it.`);
  }
  return held;
}

function pressedSide(element: Element, held: unknown): string {
  const side = feedbackSides(element).find(({ value }) => value === held);
  if (side !== undefined) return side.value;
  throw new Error(`There is no button ${String(held)}.`);
}

function many(element: Element, held: unknown): unknown[] {
  const chosen: unknown[] = Array.isArray(held) ? held : [];
  const { max_selected_items: most } = element;
  if (most !== undefined && chosen.length > most) {
    throw new Error(`The menu takes ${most} options; nobody can choose ${chosen.length}.`);
  }
  if (new Set(chosen.map((one) => idOf(one))).size < chosen.length) {
    throw new Error("Nobody can choose the same twice.");
  }
  return chosen;
}

/** The menu's own option, so that nothing but the choice comes from outside. */
function offered(actor: Actor, found: Found, chosen: unknown): Option {
  const { text, value } = readOption(chosen);
  const options = offeredOptions(actor, found);
  const option = options.find((one) => one.value === value && one.text.text === text);
  if (option !== undefined) return option;
  throw new Error(`The ${found.spot.element.type} does not offer “${text ?? String(value)}”.`);
}

function readOption(chosen: unknown): { text: string | undefined; value: unknown } {
  const { text, value } = asRecord(chosen);
  const words = asRecord(text).text;
  return { text: typeof words === "string" ? words : undefined, value };
}

function somewhere(actor: Actor, element: Element, id: unknown): string {
  const offers = element.type.endsWith("users_select")
    ? actor.world.seed.people
    : offeredPlaces(actor, element);
  const found = offers.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The menu does not offer ${String(id)}.`);
  return found.id;
}

function matching(held: unknown, matches: (text: string) => boolean, what: string): string | null {
  if (held === null) return null;
  if (typeof held !== "string" || !matches(held)) throw new Error(`${String(held)} is not ${what}.`);
  return held;
}

function isDate(text: string): boolean {
  const read = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return read !== undefined && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

function idOf(chosen: unknown): unknown {
  return typeof chosen === "object" ? asRecord(chosen).value : chosen;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
