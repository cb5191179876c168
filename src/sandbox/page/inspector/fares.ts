import type { ShownExchange } from "../../server/protocol.ts";

const slowMs = 1000;
/** What Slack gives an app to answer in. */
const deadlineMs = 3000;

/** How an exchange went, in a few words. */
export interface Fare {
  kind: "pending" | "good" | "bad";
  words: string;
}

export function fareOf({ isPending, status, error }: ShownExchange): Fare {
  if (isPending) return { kind: "pending", words: "waiting" };
  if (error !== undefined) return { kind: "bad", words: error };
  if (status === 0) return { kind: "bad", words: "no answer" };
  return { kind: status >= 400 ? "bad" : "good", words: String(status) };
}

/** How long the answer took, and whether that was too long. */
export function paceOf({ direction, isPending, ackMs }: ShownExchange): { isSlow: boolean; words: string } {
  if (isPending) return { isSlow: false, words: "" };
  const time = ackMs < slowMs ? `${Math.round(ackMs)} ms` : `${(ackMs / 1000).toFixed(1)} s`;
  if (direction === "to-app" && ackMs > deadlineMs) {
    return { isSlow: true, words: `${time}, over the 3 s that Slack waits` };
  }
  return { isSlow: ackMs >= slowMs, words: time };
}
