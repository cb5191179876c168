import type { Actor } from "./actor.ts";
import type { Element, Option } from "./block-kit.ts";
import { optionsOf } from "./block-kit.ts";
import type { Found } from "./finds.ts";
import { channelById, channelsFor, isDm, personByName } from "./lookup.ts";
import { loadOptions } from "./option-loads.ts";
import type { StateValue } from "./state.ts";
import { stateValue } from "./state.ts";

/** What a person puts into a field: words, a number, options by their text, a tick; null empties it. */
export type Entry = string | number | boolean | readonly string[] | null;

/** Turns an entry into what the element then holds, or throws where Slack's client would not let it happen. */
export async function readEntry(actor: Actor, found: Found, entry: Entry): Promise<StateValue> {
  const { element } = found.spot;
  switch (element.type) {
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return stateValue(element, typed(element, entry));
    case "static_select":
    case "radio_buttons":
    case "overflow":
      return withOption(element, one(words(entry).map((text) => offered(optionsOf(element), text, element))));
    case "multi_static_select":
    case "checkboxes":
      return stateValue(
        element,
        limited(
          element,
          ticked(element, entry).map((text) => offered(optionsOf(element), text, element)),
        ),
      );
    case "external_select":
      return withOption(element, one(await searched(actor, found, words(entry))));
    case "multi_external_select":
      return stateValue(element, limited(element, await searched(actor, found, words(entry))));
    case "users_select":
      return stateValue(element, one(words(entry).map((name) => personByName(actor.world, name).id)));
    case "multi_users_select":
      return stateValue(
        element,
        limited(
          element,
          words(entry).map((name) => personByName(actor.world, name).id),
        ),
      );
    case "conversations_select":
    case "channels_select":
      return stateValue(element, one(words(entry).map((name) => conversation(actor, element, name))));
    case "multi_conversations_select":
    case "multi_channels_select":
      return stateValue(
        element,
        limited(
          element,
          words(entry).map((name) => conversation(actor, element, name)),
        ),
      );
    default:
      return stateValue(element, entry === "" ? null : entry);
  }
}

function typed(element: Element, entry: Entry): string | null {
  const text = entry === null ? "" : String(entry);
  const { max_length: most } = element;
  if (most !== undefined && text.length > most) {
    throw new Error(`The field takes ${most} characters; nobody can type ${text.length} into it.`);
  }
  return text === "" ? null : text;
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

function limited<T>(element: Element, chosen: T[]): T[] {
  const most = element.max_selected_items;
  if (most !== undefined && chosen.length > most) {
    throw new Error(`The menu takes ${most} options; nobody can choose ${chosen.length}.`);
  }
  return chosen;
}

function one<T>(chosen: T[]): T | null {
  if (chosen.length > 1) throw new Error("Only one can be chosen here.");
  return chosen[0] ?? null;
}

function withOption(element: Element, option: Option | null): StateValue {
  return { type: element.type, selected_option: option };
}

function conversation(actor: Actor, element: Element, name: string): string {
  const { world, person } = actor;
  const filter = element.filter as
    | { include?: string[]; exclude_external_shared_channels?: boolean }
    | undefined;
  const offers = channelsFor(world, person).filter((channel) => {
    if (element.type.endsWith("channels_select")) return channel.private !== true;
    const kind = isDm(channel.id) ? "im" : channel.private === true ? "private" : "public";
    const shared = (channel.sharedWith ?? []).length > 0;
    return (
      (filter?.include?.includes(kind) ?? true) &&
      !(shared && filter?.exclude_external_shared_channels === true)
    );
  });
  const found = offers.find((channel) => channel.name === name.replace(/^#/, "") || channel.id === name);
  if (found !== undefined) return found.id;
  const menu = offers.map((channel) => `#${channelById(world, channel.id)?.name}`).join(", ");
  throw new Error(`The menu does not offer ${name}. It offers: ${menu}.`);
}
