import type { Actor } from "./actor.ts";
import type { Element, Option } from "./block-kit.ts";
import { optionsOf } from "./block-kit.ts";
import type { Found } from "./finds.ts";
import { personByName } from "./lookup.ts";
import { offeredPlaces } from "./menu-offers.ts";
import { loadOptions } from "./option-loads.ts";
import type { StateValue } from "./protocol.ts";
import { stateValue } from "./state.ts";

/** What a person puts into a field: words, a number, options by their text, a tick; null empties it. */
export type Entry = string | number | boolean | readonly string[] | null;

/** Turns an entry into the value that it stands for. Whether Slack's client lets it happen, `acceptValue` says. */
export async function readEntry(actor: Actor, found: Found, entry: Entry): Promise<StateValue> {
  const { element } = found.spot;
  switch (element.type) {
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return stateValue(element, entry === null ? null : String(entry));
    case "static_select":
    case "radio_buttons":
    case "overflow":
      return stateValue(element, one(words(entry).map((text) => offered(optionsOf(element), text, element))));
    case "multi_static_select":
    case "checkboxes":
      return stateValue(
        element,
        ticked(element, entry).map((text) => offered(optionsOf(element), text, element)),
      );
    case "external_select":
      return stateValue(element, one(await searched(actor, found, words(entry))));
    case "multi_external_select":
      return stateValue(element, await searched(actor, found, words(entry)));
    case "users_select":
      return stateValue(element, one(peopleCalled(actor, entry)));
    case "multi_users_select":
      return stateValue(element, peopleCalled(actor, entry));
    case "conversations_select":
    case "channels_select":
      return stateValue(element, one(conversationsCalled(actor, element, entry)));
    case "multi_conversations_select":
    case "multi_channels_select":
      return stateValue(element, conversationsCalled(actor, element, entry));
    default:
      return stateValue(element, entry === "" ? null : entry);
  }
}

function words(entry: Entry): string[] {
  if (entry === null || entry === "") return [];
  if (typeof entry === "boolean") throw new Error("Only a single checkbox can be ticked with true or false.");
  return typeof entry === "object" ? [...entry] : [String(entry)];
}

function ticked(element: Element, entry: Entry): string[] {
  if (typeof entry !== "boolean") return words(entry);
  const [only, ...more] = optionsOf(element);
  if (only === undefined || more.length > 0)
    throw new Error("There are several checkboxes: name the ticked ones.");
  return entry ? [only.text.text] : [];
}

async function searched(actor: Actor, found: Found, texts: string[]): Promise<Option[]> {
  const chosen: Option[] = [];
  for (const text of texts)
    chosen.push(offered(await loadOptions(actor, found, text), text, found.spot.element));
  return chosen;
}

function offered(options: readonly Option[], text: string, element: Element): Option {
  const option = options.find((one) => one.text.text === text);
  if (option !== undefined) return option;
  const menu = options.map((one) => `“${one.text.text}”`).join(", ") || "nothing";
  throw new Error(`The ${element.type} does not offer “${text}”. It offers: ${menu}.`);
}

function one<T>(chosen: T[]): T | null {
  if (chosen.length > 1) throw new Error("Only one can be chosen here.");
  return chosen[0] ?? null;
}

function peopleCalled({ world }: Actor, entry: Entry): string[] {
  return words(entry).map((name) => personByName(world, name).id);
}

function conversationsCalled(actor: Actor, element: Element, entry: Entry): string[] {
  const offers = offeredPlaces(actor, element);
  return words(entry).map((name) => {
    const found = offers.find((place) => place.name === name.replace(/^#/, "") || place.id === name);
    if (found !== undefined) return found.id;
    const menu = offers.map((place) => `#${place.name}`).join(", ");
    throw new Error(`The menu does not offer ${name}. It offers: ${menu}.`);
  });
}
