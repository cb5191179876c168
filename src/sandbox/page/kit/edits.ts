import type { StateValue, Values } from "../../server/protocol.ts";
import { holds, startOf } from "./held.ts";

/** An element that keeps what was entered, and the block it stands in. */
export interface Place {
  blockId: string;
  element: { type: string; action_id?: string };
}

/** What the person changed and the server may not know yet, by place and element type. */
export type Edits = ReadonlyMap<string, Edit>;

interface Edit {
  value: StateValue;
  /** What the server held when the person began. */
  base: string;
  /** What the server was told since, and will say again. */
  told: readonly string[];
}

export const noEdits: Edits = new Map();

/** Every element that keeps something, in whichever block it stands. */
export function placesIn(blocks: readonly unknown[]): Place[] {
  return blocks.flatMap((block) => {
    const { block_id, element, accessory, elements, child_blocks } = block as Record<string, unknown>;
    const inner = [element, accessory, ...(Array.isArray(elements) ? elements : [])];
    const own = inner
      .filter((one): one is Place["element"] => typeof one === "object" && one !== null && "type" in one)
      .filter((one) => holds(one.type))
      .map((one) => ({ blockId: String(block_id ?? ""), element: one }));
    return [...own, ...(Array.isArray(child_blocks) ? placesIn(child_blocks) : [])];
  });
}

/** What an element shows: the person's own, else what the server holds, else what it starts from. */
export function valueAt(place: Place, values: Values, edits: Edits): StateValue {
  return edits.get(keyOf(place))?.value ?? knownTo(values, place);
}

/** Everything that a surface holds. */
export function allValues(places: readonly Place[], values: Values, edits: Edits): Values {
  const all: Values = {};
  for (const place of places) {
    all[place.blockId] = { ...all[place.blockId], [actionOf(place)]: valueAt(place, values, edits) };
  }
  return all;
}

export function withEdit(
  edits: Edits,
  values: Values,
  { place, value }: { place: Place; value: StateValue },
): Edits {
  const key = keyOf(place);
  const { base = print(knownTo(values, place)), told = [] } = edits.get(key) ?? {};
  return new Map(edits).set(key, { value, base, told });
}

/** After the server was told everything. */
export function toldAll(edits: Edits): Edits {
  return new Map(
    [...edits].map(([key, edit]) => [
      key,
      { ...edit, told: [...new Set([...edit.told, print(edit.value)])] },
    ]),
  );
}

/**
 * What is left after the surface was redrawn. Slack keeps what was typed exactly where block_id, action_id and type
 * stayed. Where the server holds something that neither stood there nor came from here, that is newer.
 */
export function survivors(edits: Edits, places: readonly Place[], values: Values): Edits {
  const kept = new Map<string, Edit>();
  let isSame = true;
  for (const place of places) {
    const key = keyOf(place);
    const edit = edits.get(key);
    if (edit === undefined) continue;
    const isKnown = values[place.blockId]?.[actionOf(place)] !== undefined;
    const known = isKnown ? print(knownTo(values, place)) : edit.base;
    const isOurs = known === edit.base || edit.told.includes(known);
    if (isOurs) kept.set(key, known === edit.base ? edit : { ...edit, base: known });
    isSame &&= kept.get(key) === edit;
  }
  return isSame && kept.size === edits.size ? edits : kept;
}

function knownTo(values: Values, { blockId, element }: Place): StateValue {
  const known = values[blockId]?.[element.action_id ?? ""];
  return known?.type === element.type ? known : startOf(element);
}

function keyOf(place: Place): string {
  return JSON.stringify([place.blockId, actionOf(place), place.element.type]);
}

function actionOf({ element }: Place): string {
  return element.action_id ?? "";
}

function print(value: StateValue): string {
  return JSON.stringify(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
