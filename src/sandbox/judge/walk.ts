import type { Fields } from "./json.ts";
import { isObject } from "./json.ts";

export interface Placed {
  path: PropertyKey[];
  fields: Fields;
}

export interface PlacedBlock extends Placed {
  elements: Placed[];
}

/** Every block that has a block_id of its own, those in containers and carousels too, whatever is wrong with it. */
export function blocksOf({ blocks }: Fields): PlacedBlock[] {
  return placed(["blocks"], blocks).flatMap((block) =>
    [block, ...innerBlocks(block)].map((each) => ({ ...each, elements: elementsOf(each) })),
  );
}

function innerBlocks({ path, fields }: Placed): Placed[] {
  if (fields.type === "container") return placed([...path, "child_blocks"], fields.child_blocks);
  if (fields.type === "carousel") return placed([...path, "elements"], fields.elements);
  return [];
}

function elementsOf({ path, fields: { accessory, element, elements, actions } }: Placed): Placed[] {
  return [
    ...(isObject(accessory) ? [{ path: [...path, "accessory"], fields: accessory }] : []),
    ...(isObject(element) ? [{ path: [...path, "element"], fields: element }] : []),
    ...placed([...path, "elements"], elements),
    ...placed([...path, "actions"], actions),
  ];
}

function placed(path: PropertyKey[], list: unknown): Placed[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((fields, index) => (isObject(fields) ? [{ path: [...path, index], fields }] : []));
}
