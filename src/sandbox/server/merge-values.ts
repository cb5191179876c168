import { acceptValue } from "./accept-value.ts";
import type { Actor } from "./actor.ts";
import { blocksOf, putValue, valueAt } from "./actor.ts";
import type { Spot } from "./block-kit.ts";
import { spotsOf } from "./block-kit.ts";
import type { StateValue, Values } from "./protocol.ts";
import type { Surface } from "./surface.ts";

/** Puts what a page holds into a surface: all of it, or nothing. Fields that the app has taken away meanwhile are passed over. */
export function mergeValues(actor: Actor, surface: Surface, values: Values): void {
  const accepted = spotsOf(blocksOf(surface)).flatMap((spot) => {
    const given = givenFor(values, spot);
    const isSame = JSON.stringify(given) === JSON.stringify(valueAt(actor, surface, spot));
    return given === undefined || isSame
      ? []
      : [{ spot, value: acceptValue(actor, { surface, spot }, given) }];
  });
  for (const { spot, value } of accepted) putValue(actor, surface, spot, value);
}

function givenFor(values: Values, { block, element }: Spot): StateValue | undefined {
  const inBlock = Object.hasOwn(values, block.block_id) ? values[block.block_id] : undefined;
  return inBlock && Object.hasOwn(inBlock, element.action_id) ? inBlock[element.action_id] : undefined;
}
