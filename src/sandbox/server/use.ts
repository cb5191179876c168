import { acceptValue } from "./accept-value.ts";
import type { Actor } from "./actor.ts";
import { putValue, valueAt } from "./actor.ts";
import { act } from "./acts.ts";
import { locate } from "./locate.ts";
import { mergeValues } from "./merge-values.ts";
import type { On, StateValue, Values } from "./protocol.ts";
import { choiceField, isBlank, isPassing } from "./state.ts";

interface Use {
  on: On;
  block: string;
  action: string;
  value?: StateValue | undefined;
  values?: Values | undefined;
}

/** Presses or chooses. In an input block, the app hears of it only where it asks for that. */
export async function use(actor: Actor, { value, values = {}, ...at }: Use): Promise<void> {
  const found = locate(actor, at);
  const { surface, spot } = found;
  const accepted = value === undefined ? undefined : acceptValue(actor, found, value);
  const passes = isPassing(spot.element);
  if (passes && isBlank(accepted, spot.element)) throw new Error("Nothing was chosen.");
  mergeValues(actor, surface, values);
  if (accepted !== undefined && !passes) putValue(actor, surface, spot, accepted);
  if (spot.block.type === "input" && spot.block.dispatch_action !== true) return;
  const holds = choiceField(spot.element) !== undefined;
  await act(actor, found, holds ? (accepted ?? valueAt(actor, surface, spot)) : undefined);
}
