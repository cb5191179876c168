import type { Actor } from "./actor.ts";
import { valueAt } from "./actor.ts";
import type { Element, Option } from "./block-kit.ts";
import { optionsOf } from "./block-kit.ts";
import { offersPlace } from "./conversation-filter.ts";
import type { Found } from "./finds.ts";
import { channelsFor } from "./lookup.ts";
import { offeredBefore } from "./option-loads.ts";
import type { Place } from "./protocol.ts";
import { toPlace } from "./scene.ts";
import { chosenOptions } from "./state.ts";

/** What a menu lets somebody choose: its own options, or what its type-ahead offered and what it holds. */
export function offeredOptions(actor: Actor, found: Found): Option[] {
  const { element } = found.spot;
  if (!element.type.endsWith("external_select")) return optionsOf(element);
  const { initial_option: one, initial_options: many = [] } = element;
  const held = chosenOptions(valueAt(actor, found.surface, found.spot));
  return [...offeredBefore(actor, found), ...held, ...many, ...(one ? [one] : [])];
}

export function offeredPlaces({ world, person }: Actor, element: Element): Place[] {
  return channelsFor(world, person)
    .map((channel) => toPlace(world, channel))
    .filter((place) => offersPlace(element, place));
}
