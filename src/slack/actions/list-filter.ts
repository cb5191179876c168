import { parseListAsk, printListAsk } from "../commands/list-ask.ts";
import type { Action } from "../payloads.ts";
import { profileList } from "../views/list-controls.ts";

/** The command of the list that the filter stands under, with the state that was chosen. */
export function filteredCommand({ block_id, selected_option }: Action): string {
  const shown = block_id.slice(profileList.filterBlock.length).replace(/^list ?/, "");
  const chosen = selected_option?.value;
  const state = chosen === "active" || chosen === "paused" ? chosen : "all";
  return printListAsk({ ...parseListAsk(shown), state, page: 1 });
}
