import type { IncomingMessage } from "node:http";

/**
 * Whether a request was made by a page of somebody else: by a name that was pointed at 127.0.0.1 (DNS rebinding), by
 * another origin, or by a browser that says so. Apps and curl name no origin. A link to this Slack may be followed from
 * anywhere.
 */
export function isForeign({ method, headers }: IncomingMessage): boolean {
  const { host, origin } = headers;
  if (!isLoopback(host)) return true;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host?.toLowerCase()}`) return true;
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return false;
  return !(
    method === "GET" &&
    headers["sec-fetch-mode"] === "navigate" &&
    headers["sec-fetch-dest"] === "document"
  );
}

function isLoopback(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host ?? "");
}
