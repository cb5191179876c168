import type { Complaint } from "./complaint.ts";
import { complain } from "./complaint.ts";
import type { Fields } from "./json.ts";
import { isObject } from "./json.ts";

export type Surface = "message" | "modal" | "home";

interface Placed {
  path: PropertyKey[];
  fields: Fields;
}

/** The rules that no block can keep alone. They hold whatever else is wrong with the payload. */
export function judgeWhole(json: unknown, surface: Surface): Complaint[] {
  if (!isObject(json)) return [];
  const blocks = blocksOf(json);
  const elements = blocks.flatMap(elementsOf);
  return [
    ...refuseRepeats(blocks, "block_id", "is the block_id of an earlier block too"),
    ...blocks.flatMap((block) =>
      refuseRepeats(
        elementsOf(block),
        "action_id",
        "is the action_id of an earlier element of this block too",
      ),
    ),
    ...refuseSecondFocus(elements),
    ...refuseResponseUrls(blocks, surface),
    ...(surface === "modal" ? requireSubmit(json, blocks) : []),
  ];
}

function refuseRepeats(all: Placed[], field: string, message: string): Complaint[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ path, fields }) => {
    const id = fields[field];
    if (typeof id !== "string") return [];
    if (seen.has(id)) return [complain([...path, field], message)];
    seen.add(id);
    return [];
  });
}

function refuseSecondFocus(elements: Placed[]): Complaint[] {
  return elements
    .filter(({ fields }) => fields.focus_on_load === true)
    .slice(1)
    .map(({ path }) => complain([...path, "focus_on_load"], "is set on an earlier element too"));
}

/** Slack sends response URLs with a modal's submission and nowhere else. */
function refuseResponseUrls(blocks: Placed[], surface: Surface): Complaint[] {
  return blocks
    .filter(({ fields }) => surface !== "modal" || fields.type !== "input")
    .flatMap(elementsOf)
    .filter(({ fields }) => fields.response_url_enabled === true)
    .map(({ path }) =>
      complain([...path, "response_url_enabled"], "works only in an input block of a modal"),
    );
}

function requireSubmit(view: Fields, blocks: Placed[]): Complaint[] {
  if (view.submit !== undefined || !blocks.some(({ fields }) => fields.type === "input")) return [];
  return [complain(["submit"], "is required when there is an input block")];
}

function blocksOf({ blocks }: Fields): Placed[] {
  return placed(["blocks"], blocks);
}

function elementsOf({ path, fields: { accessory, element, elements } }: Placed): Placed[] {
  return [
    ...(isObject(accessory) ? [{ path: [...path, "accessory"], fields: accessory }] : []),
    ...(isObject(element) ? [{ path: [...path, "element"], fields: element }] : []),
    ...placed([...path, "elements"], elements),
  ];
}

function placed(path: PropertyKey[], list: unknown): Placed[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((fields, index) => (isObject(fields) ? [{ path: [...path, index], fields }] : []));
}
