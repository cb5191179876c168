import type { KnownBlock } from "@slack/types";
import { UserId } from "../../rules/people.ts";
import type { HistoryAsk } from "../../usecases/read-history.ts";
import { actions, button, plain } from "../blocks.ts";

export const history = { open: "history-open", page: "history-page", by: "history-by" } as const;

export const historyButton = button(history.open, { text: "History of changes", value: "1" });

/** As a button carries it. `readHistoryAsk` is its inverse. */
export function printHistoryAsk({ page, by }: HistoryAsk): string {
  return by === undefined ? String(page) : `${page} ${by}`;
}

/** The first page where the app did not write it. */
export function readHistoryAsk(value: string): HistoryAsk {
  const [page = "", by] = value.split(" ");
  return { page: /^\d{1,9}$/.test(page) ? Number(page) : 1, by: UserId.safeParse(by).data };
}

/** Whose changes are shown. Another person is another menu, which Slack then draws anew. */
export function drawHistoryFilter(by: UserId | undefined): KnownBlock {
  const menu = {
    type: "users_select",
    action_id: history.by,
    placeholder: plain("Changes by anybody"),
    ...(by === undefined ? {} : { initial_user: by }),
  } as const;
  const anybody = button(`${history.page}:anybody`, { text: "By anybody", value: "1" });
  return actions(`history-filter:${by ?? ""}`, menu, ...(by === undefined ? [] : [anybody]));
}
