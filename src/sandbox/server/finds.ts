import type { Actor } from "./actor.ts";
import { blocksOf, modalSurface, surfacesOf, valueAt } from "./actor.ts";
import type { Spot } from "./block-kit.ts";
import { spotsOf } from "./block-kit.ts";
import { chosenOptions } from "./state.ts";
import type { Surface } from "./surface.ts";

export interface Found {
  surface: Surface;
  spot: Spot;
}

/** A button by its words, or by its accessibility label alone. */
export type ButtonName = string | { label: string };

/** Buttons of that name: all in the top modal, else all of the newest message that has one. */
export function findButtons(actor: Actor, name: ButtonName): Found[] {
  return newestWith(actor, ({ element }) => {
    if (element.type !== "button" && element.type !== "workflow_button") return false;
    if (typeof name !== "string") return element.accessibility_label === name.label;
    return element.text?.text === name || element.accessibility_label === name;
  });
}

/** The modal's field under a label. */
export function findField(actor: Actor, label: string): Found | undefined {
  const surface = modalSurface(actor);
  if (surface === undefined) return undefined;
  const spot = spotsOf(surface.view.body.blocks).find(
    ({ block }) => block.type === "input" && block.label?.text === label,
  );
  return spot === undefined ? undefined : { surface, spot };
}

/** A menu by the label of its field, its placeholder, what it shows now, or the words of its section; an overflow menu also as "More actions". */
export function findMenus(actor: Actor, name: string): Found[] {
  const field = findField(actor, name);
  if (field !== undefined) return [field];
  return newestWith(actor, (spot, surface) => {
    const { element, block } = spot;
    if (!isMenu(element.type)) return false;
    const current = chosenOptions(valueAt(actor, surface, spot)).map((option) => option.text.text);
    const words = block.text as { text?: unknown } | undefined;
    return (
      element.placeholder?.text === name ||
      element.accessibility_label === name ||
      current.includes(name) ||
      words?.text === name ||
      (element.type === "overflow" && name === "More actions")
    );
  });
}

function newestWith(actor: Actor, matches: (spot: Spot, surface: Surface) => boolean): Found[] {
  for (const surface of surfacesOf(actor)) {
    const spots = spotsOf(blocksOf(surface)).filter((spot) => matches(spot, surface));
    if (spots.length > 0) return spots.map((spot) => ({ surface, spot }));
  }
  return [];
}

function isMenu(type: string): boolean {
  return (
    type.endsWith("_select") || type.endsWith("picker") || /^(overflow|checkboxes|radio_buttons)$/.test(type)
  );
}
