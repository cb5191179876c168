import type { Complaint } from "./complaint.ts";
import { complain } from "./complaint.ts";
import type { Fields } from "./json.ts";
import { isObject } from "./json.ts";
import type { Surface } from "./placement.ts";
import { refuseMisplaced } from "./placement.ts";
import { refuseTotals } from "./totals.ts";
import type { Placed, PlacedBlock } from "./walk.ts";
import { blocksOf } from "./walk.ts";

/** The rules that no block can keep alone. They hold whatever else is wrong with the payload. */
export function judgeWhole(json: unknown, surface: Surface): Complaint[] {
  if (!isObject(json)) return [];
  const blocks = blocksOf(json);
  return [
    ...refuseMisplaced(blocks, surface),
    ...refuseRepeats(blocks, "block_id", "is the block_id of an earlier block too"),
    ...blocks.flatMap(({ elements }) =>
      refuseRepeats(elements, "action_id", "is the action_id of an earlier element of this block too"),
    ),
    ...refuseSecondFocus(blocks),
    ...refuseResponseUrls(blocks, surface),
    ...refuseTotals(blocks),
    ...(surface === "modal" ? requireSubmit(json, blocks) : []),
  ];
}

function refuseRepeats(all: readonly Placed[], field: string, message: string): Complaint[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ path, fields }) => {
    const id = fields[field];
    if (typeof id !== "string") return [];
    if (seen.has(id)) return [complain([...path, field], message)];
    seen.add(id);
    return [];
  });
}

function refuseSecondFocus(blocks: readonly PlacedBlock[]): Complaint[] {
  return blocks
    .flatMap(({ elements }) => elements.filter(({ fields }) => fields.focus_on_load === true))
    .slice(1)
    .map(({ path }) => complain([...path, "focus_on_load"], "is set on an earlier element too"));
}

/** Slack sends response URLs with a modal's submission and nowhere else. */
function refuseResponseUrls(blocks: readonly PlacedBlock[], surface: Surface): Complaint[] {
  return blocks
    .filter(({ fields }) => surface !== "modal" || fields.type !== "input")
    .flatMap(({ elements }) => elements.filter(({ fields }) => fields.response_url_enabled === true))
    .map(({ path }) =>
      complain([...path, "response_url_enabled"], "works only in an input block of a modal"),
    );
}

function requireSubmit(view: Fields, blocks: readonly PlacedBlock[]): Complaint[] {
  if (view.submit !== undefined || !blocks.some(({ fields }) => fields.type === "input")) return [];
  return [complain(["submit"], "is required when there is an input block")];
}
