/** The commands sent so far, walked through with the arrows. */
export interface Recall {
  sent: readonly string[];
  /** Which one stands in the composer; past the end, none. */
  at: number;
}

const keptCommands = 50;

export function remember({ sent }: Recall, text: string): Recall {
  const next = text.startsWith("/")
    ? [...sent.filter((each) => each !== text), text].slice(-keptCommands)
    : sent;
  return { sent: next, at: next.length };
}

/** One step back or forth; undefined where what stands in the composer is none of them, or there is no further one. */
export function recall(
  before: Recall,
  text: string,
  key: string,
): { recall: Recall; text: string } | undefined {
  const { sent, at } = before;
  const isRecalled = text !== "" && sent[at] === text;
  if (text !== "" && !isRecalled) return undefined;
  const from = isRecalled ? at : sent.length;
  const to = key === "ArrowUp" ? from - 1 : key === "ArrowDown" ? from + 1 : -1;
  if (to < 0 || to > sent.length || to === from) return undefined;
  if (to === sent.length && !isRecalled) return undefined;
  return { recall: { sent, at: to }, text: sent[to] ?? "" };
}
