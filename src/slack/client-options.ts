import type { WebClientOptions } from "@slack/web-api";
import type { Log } from "../log.ts";
import { createBoltLog } from "./bolt-log.ts";

/** A trigger lives for three seconds, and trying again would outlive it. */
const callTimeoutMs = 2000;
/** For a message that follows an ack: nobody waits for it with a deadline. */
const respondTimeoutMs = 5000;

/** How Slack's Web API is called. A new object each time, since the Socket Mode client writes into its own. */
export function createClientOptions({
  slackApiUrl,
  log,
}: {
  slackApiUrl: string;
  log: Log;
}): WebClientOptions {
  return {
    slackApiUrl,
    logger: createBoltLog(log),
    timeout: callTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(respondTimeoutMs), ...init }),
  };
}
