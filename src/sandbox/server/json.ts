/** Undefined where the text is no JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text itself where it is no JSON. */
export function parseIfJson(text: string): unknown {
  const read = parse(text);
  return read === undefined ? text : read;
}

/** Slack's error code in an answer. */
export function errorIn(answer: unknown): string | undefined {
  return typeof answer === "object" && answer !== null && "error" in answer
    ? String(answer.error)
    : undefined;
}
