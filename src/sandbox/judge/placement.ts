import type { Complaint } from "./complaint.ts";
import { complain } from "./complaint.ts";
import type { Placed, PlacedBlock } from "./walk.ts";

export type Surface = "message" | "modal" | "home";

/** The surfaces of a block, where these are not all. */
const blockSurfaces = new Map<unknown, readonly Surface[]>([
  ["alert", ["modal"]],
  ["table", ["message", "home"]],
  ["data_table", ["message", "home"]],
  ["carousel", ["message", "home"]],
  ["container", ["message", "home"]],
  ["markdown", ["message"]],
  ["plan", ["message"]],
  ["task_card", ["message"]],
  ["data_visualization", ["message"]],
  ["context_actions", ["message"]],
  ["file", []],
]);

/** The surfaces of an element, where these are not all: https://api.slack.com/reference/block-kit/block-elements */
const elementSurfaces = new Map<unknown, readonly Surface[]>([
  ["workflow_button", ["message"]],
  ["datetimepicker", ["message", "modal"]],
  ["rich_text_input", ["modal", "home"]],
  ["number_input", ["modal"]],
  ["email_text_input", ["modal"]],
  ["url_text_input", ["modal"]],
  ["file_input", ["modal"]],
]);

/** Blocks and elements that Slack knows, on a surface where it does not take them. */
export function refuseMisplaced(blocks: readonly PlacedBlock[], surface: Surface): Complaint[] {
  return blocks.flatMap((block) => [
    ...misplaced(block, blockSurfaces, surface),
    ...block.elements.flatMap((element) => misplaced(element, elementSurfaces, surface)),
  ]);
}

function misplaced({ path, fields }: Placed, surfaces: typeof blockSurfaces, here: Surface): Complaint[] {
  const theirs = surfaces.get(fields.type);
  if (theirs === undefined || theirs.includes(here)) return [];
  const place = theirs.length === 0 ? "what an app sends" : `a ${here}`;
  return [complain([...path, "type"], `"${fields.type}" may not stand in ${place}`)];
}
