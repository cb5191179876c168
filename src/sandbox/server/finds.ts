import type { Actor } from "./actor.ts";
import { blocksOf, surfacesOf, valueAt } from "./actor.ts";
import type { Element, Spot } from "./block-kit.ts";
import { feedbackSides, spotsOf } from "./block-kit.ts";
import type { StateValue } from "./protocol.ts";
import { chosenOptions, isPassing, stateValue } from "./state.ts";
import type { Surface } from "./surface.ts";

export interface Found {
  surface: Surface;
  spot: Spot;
}

/** A button, and what pressing it says beyond its own value: which of two feedback buttons it is. */
export interface FoundButton extends Found {
  value?: StateValue;
}

/** A button by its words, or by its accessibility label alone. */
export type ButtonName = string | { label: string };

/** Buttons of that name: all in the top modal, else all of the newest message that has one. */
export function findButtons(actor: Actor, name: ButtonName): FoundButton[] {
  return newestWith(actor, ({ element }) => buttonsIn(element).some((one) => isCalled(one, name))).flatMap(
    (found) =>
      buttonsIn(found.spot.element)
        .filter((one) => isCalled(one, name))
        .map((one) =>
          isPassing(found.spot.element)
            ? { ...found, value: stateValue(found.spot.element, one.value) }
            : found,
        ),
  );
}

/** A field under a label: the modal's, else that of the newest message that has one. */
export function findField(actor: Actor, label: string): Found | undefined {
  return newestWith(actor, ({ block }) => block.type === "input" && block.label?.text === label)[0];
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

function buttonsIn(element: Element): Pick<Element, "text" | "accessibility_label" | "value">[] {
  if (element.type === "feedback_buttons") return feedbackSides(element);
  return /^(button|icon_button|workflow_button)$/.test(element.type) ? [element] : [];
}

function isCalled({ text, accessibility_label }: ReturnType<typeof buttonsIn>[number], name: ButtonName) {
  return typeof name === "string"
    ? text?.text === name || accessibility_label === name
    : accessibility_label === name.label;
}

function isMenu(type: string): boolean {
  return (
    type.endsWith("_select") || type.endsWith("picker") || /^(overflow|checkboxes|radio_buttons)$/.test(type)
  );
}
