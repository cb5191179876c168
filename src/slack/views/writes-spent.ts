import type { WritesToday } from "../../rules/plan.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";

/** "39 of 200 writes left today" */
export function writesLeft({ used, limit, isEstimate }: WritesToday): string {
  return `${isEstimate ? "About " : ""}${Math.max(0, limit - used)} of ${limit} writes left today`;
}

/** `limit` is what the plan includes on one UTC day. */
export function writesSpent(limit: number): Notice {
  return drawSentence(
    "No writes left",
    `Today’s ${limit} writes of this workspace’s plan are used up. New ones come at midnight UTC.`,
  );
}
