import type { ListAsk } from "../../stores/profile-store.ts";
import { printListAsk, readListAsk } from "../commands/list-ask.ts";
import type { Action } from "../listening/payloads.ts";

/** The command of the list that the filter stands under, with the state that was chosen. */
export function filteredCommand(action: Action): string {
  return printListAsk(filteredAsk(action));
}

export function filteredAsk({ block_id, selected_option }: Action): ListAsk {
  const chosen = selected_option?.value;
  const state = chosen === "active" || chosen === "paused" ? chosen : "all";
  return { ...shownAsk(block_id), state, page: 1 };
}

/** What the list shows whose control stands in this block. */
export function shownAsk(blockId: string): ListAsk {
  return readListAsk(blockId.slice(blockId.indexOf(":") + 1));
}
