import type { Outcome } from "./outcome.ts";

/** The process's own, or what a test reads. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

interface Stream {
  write(text: string): unknown;
}

/** What was asked for stands alone on stdout, so that it can be taken as it is. */
export function printOutcome(
  { text, aside, data, exit, isReport }: Outcome,
  { stdout, stderr, asJson }: Streams & { asJson: boolean },
): void {
  const stream = asJson || exit === 0 || isReport === true ? stdout : stderr;
  stream.write(asJson ? `${JSON.stringify(data, null, 2)}\n` : `${text.trimEnd()}\n`);
  if (aside !== undefined && !asJson) stderr.write(`${aside}\n`);
}
