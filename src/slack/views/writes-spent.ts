import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";

/** `limit` is what the plan includes on one UTC day. */
export function writesSpent(limit: number): Notice {
  return drawSentence(
    "No writes left",
    `Today’s ${limit} writes of this workspace’s plan are used up. New ones come at midnight UTC.`,
  );
}
