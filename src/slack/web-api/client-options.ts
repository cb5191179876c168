import type { WebClientOptions } from "@slack/web-api";
import type { Log } from "../../log.ts";
import { createBoltLog } from "../transport/bolt-log.ts";

/** A trigger lives for three seconds, and trying again would outlive it. */
const callTimeoutMs = 2000;
/** For a message that follows an ack: nobody waits for it with a deadline. */
const respondTimeoutMs = 5000;

/** Where a response_url leads. Source: docs.slack.dev, "Handling user interaction". */
const hookOrigins = ["https://hooks.slack.com", "https://hooks.slack-gov.com"];

/**
 * How Slack's Web API is called, and a response_url. A new object each time, since the Socket Mode client writes
 * into its own.
 */
export function createClientOptions({
  slackApiUrl,
  log,
}: {
  slackApiUrl: string;
  log: Log;
}): WebClientOptions {
  const origins = [originOf(slackApiUrl), ...hookOrigins];
  return {
    slackApiUrl,
    logger: createBoltLog(log),
    timeout: callTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: async (url, init) => {
      if (!origins.includes(originOf(url))) throw new Error("not called: an address that is not Slack's");
      return fetch(url, { signal: AbortSignal.timeout(respondTimeoutMs), redirect: "error", ...init });
    },
  };
}

function originOf(url: Parameters<typeof fetch>[0]): string {
  const text = url instanceof Request ? url.url : String(url);
  return URL.parse(text)?.origin ?? "";
}
