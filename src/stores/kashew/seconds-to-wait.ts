/** Where nobody says how long. */
const usualSeconds = 60;
/** Kashew counts by the hour. */
const mostSeconds = 3600;

/** How long Kashew asks to be left alone: the header counts, else its sentence ("Try again in 42 seconds."). */
export function secondsToWait({
  retryAfter,
  detail,
  now,
}: {
  retryAfter: string | null;
  detail: string;
  now: number;
}): number {
  const seconds = inHeader(retryAfter, now) ?? inSentence(detail) ?? usualSeconds;
  return Math.min(mostSeconds, Math.max(1, Math.ceil(seconds)));
}

/** A number of seconds or a date (RFC 9110, 10.2.3). */
function inHeader(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : (date - now) / 1000;
}

function inSentence(detail: string): number | undefined {
  const found = /(\d+(?:\.\d+)?)\s*(s|sec|secs|seconds?|m|min|mins|minutes?)\b/i.exec(detail);
  if (found === null) return undefined;
  return Number(found[1]) * (found[2]?.toLowerCase().startsWith("m") ? 60 : 1);
}
