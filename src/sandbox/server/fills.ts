import { isDeepStrictEqual } from "node:util";
import { acceptValue } from "./accept-value.ts";
import type { Actor } from "./actor.ts";
import { putValue, valueAt } from "./actor.ts";
import { act } from "./acts.ts";
import type { Entry } from "./entries.ts";
import { readEntry } from "./entries.ts";
import type { Found } from "./finds.ts";
import { findField, findMenus } from "./finds.ts";
import { isPassing } from "./state.ts";
import { until } from "./waiting.ts";

/** Fills fields of the top modal by their labels, or of the newest message that has them, once all of them are there. */
export async function fillFields(actor: Actor, entries: Readonly<Record<string, Entry>>): Promise<void> {
  const labels = Object.keys(entries);
  await until(actor, `finds no field called ${labels.join(", ")}`, () =>
    labels.every((label) => findField(actor, label) !== undefined) ? true : undefined,
  );
  for (const [label, entry] of Object.entries(entries)) {
    await put(actor, entry, () =>
      until(actor, `finds no field called ${label}`, () => findField(actor, label)),
    );
  }
}

/** Types into a field and presses Enter, of which the app hears where the field asks for that. */
export async function enterInto(actor: Actor, label: string, entry: Entry): Promise<void> {
  await fillFields(actor, { [label]: entry });
  const found = await until(actor, `finds no field called ${label}`, () => findField(actor, label));
  if (found.spot.block.dispatch_action !== true) throw new Error(`Enter in ${label} tells nobody anything.`);
  await act(actor, found, valueAt(actor, found.surface, found.spot));
}

/** Chooses in a menu by its name; outside input blocks the app always hears of it. */
export async function chooseIn(
  actor: Actor,
  menu: { name: string; nth: number },
  entry: Entry,
): Promise<void> {
  await put(actor, entry, () =>
    until(actor, `finds no menu called ${menu.name}`, () => findMenus(actor, menu.name)[menu.nth - 1]),
  );
}

async function put(actor: Actor, entry: Entry, find: () => Promise<Found>): Promise<void> {
  const before = await find();
  const read = await readEntry(actor, before, entry);
  // While the app was asked for options, it may have redrawn the view.
  const found = (await find()) ?? before;
  const value = acceptValue(actor, found, read);
  if (!isPassing(found.spot.element)) {
    // Slack's client tells nobody of a choice that changes nothing.
    if (isDeepStrictEqual(value, valueAt(actor, found.surface, found.spot))) return;
    putValue(actor, found.surface, found.spot, value);
  }
  if (dispatches(found)) await act(actor, found, value);
}

function dispatches({ spot: { block, element } }: Found): boolean {
  if (block.type !== "input") return true;
  if (block.dispatch_action !== true) return false;
  if (!element.type.endsWith("_input")) return true;
  const config = element.dispatch_action_config as { trigger_actions_on?: string[] } | undefined;
  return config?.trigger_actions_on?.includes("on_character_entered") === true;
}
