import type { ExchangeDetail } from "../../server/protocol.ts";

/** What went wrong with an exchange, in a sentence; undefined where nothing did. */
export function verdictOn({
  direction,
  kind,
  error,
  status,
  isPending,
  found,
}: ExchangeDetail): string | undefined {
  if (isPending) return undefined;
  const places = found.length === 1 ? "one place" : `${found.length} places`;
  if (found.length > 0) {
    const what = kind.startsWith("views.") ? "this view" : direction === "from-app" ? "this" : "this answer";
    const code = error === undefined ? "" : ` with “${error}”`;
    return `Slack refuses ${what}${code}, so nobody sees it. It is wrong in ${places}:`;
  }
  if (error !== undefined) return `Slack refuses this with “${error}”.`;
  if (status === 0) return "No answer came.";
  return status >= 400 ? `Answered with HTTP ${status}.` : undefined;
}
