import { setTimeout as delay } from "node:timers/promises";
import type { SocketModeClient } from "@slack/socket-mode";
import { WebAPIRateLimitedError } from "@slack/web-api";
import { StartProblem } from "../../errors.ts";
import type { Log } from "../../log.ts";
import { toRefusal } from "../web-api/to-refusal.ts";

/** From the start of an attempt to Slack's hello. */
const helloTimeoutMs = 10_000;
/** A connection that lived as long as this was a good one, and is replaced at once. */
const goodMs = 10_000;
const longestWaitMs = 30_000;

const copyAnew = "Copy it anew from Basic Information, App-Level Tokens";

/** What Slack answers to a token that will never work. Source: docs.slack.dev, `apps.connections.open`. */
const refusals: Readonly<Record<string, string>> = {
  invalid_auth: `Slack doesn’t know this SLACK_APP_TOKEN. ${copyAnew}`,
  not_authed: `SLACK_APP_TOKEN did not arrive at Slack. ${copyAnew}`,
  account_inactive: `SLACK_APP_TOKEN belongs to an app that was removed. ${copyAnew}`,
  token_revoked: `SLACK_APP_TOKEN was revoked. Make a new one at Basic Information, App-Level Tokens`,
  token_expired: `SLACK_APP_TOKEN has expired. Make a new one at Basic Information, App-Level Tokens`,
  not_allowed_token_type: `SLACK_APP_TOKEN is another kind of token. ${copyAnew}`,
  missing_scope: "SLACK_APP_TOKEN lacks the scope connections:write. Make a new App-Level Token with it",
  no_permission: "SLACK_APP_TOKEN may not do this. Make a new App-Level Token with connections:write",
  forbidden_team: "This workspace may not use Socket Mode. Use HTTP, with SLACK_SIGNING_SECRET",
};

/**
 * Connects, and connects again whenever the line is gone, until `signal` aborts. Resolves with the first hello or
 * when aborted; rejects with a `StartProblem` when Slack refuses the token before that.
 */
export function keepConnected(
  client: SocketModeClient,
  { slackApiUrl, log, signal }: { slackApiUrl: string; log: Log; signal: AbortSignal },
): Promise<void> {
  const first = Promise.withResolvers<void>();
  let wasConnected = false;
  void run().then(first.resolve, first.reject);
  return first.promise;

  async function run(): Promise<void> {
    for (let waitMs = 0; !signal.aborted; await delay(waitMs, undefined, { signal }).catch(() => undefined)) {
      const began = performance.now();
      const thrown = await connectOnce();
      if (signal.aborted) return;
      const refused = toRefusal(thrown, refusals);
      if (refused !== undefined && !wasConnected) throw refused;
      const wasGood = thrown === undefined && performance.now() - began > goodMs;
      waitMs = wasGood ? 0 : Math.max(Math.min(waitMs * 2 || 1000, longestWaitMs), retryAfterMs(thrown));
      const what = thrown === undefined ? "The line to Slack is gone" : sentenceOf(refused ?? thrown);
      log.warn(
        { ...(thrown !== undefined && { err: thrown }) },
        `${what}. Trying again in ${waitMs / 1000} s.`,
      );
    }
  }

  /** Ends with the connection; answers what went wrong where none came about. */
  async function connectOnce(): Promise<unknown> {
    const gone = Promise.withResolvers<void>();
    client.on("disconnected", gone.resolve);
    const late = setTimeout(() => void client.disconnect(), helloTimeoutMs);
    try {
      await client.start();
      clearTimeout(late);
      if (signal.aborted) return await client.disconnect();
      wasConnected = true;
      first.resolve();
      await gone.promise;
      return undefined;
    } catch (thrown) {
      return thrown ?? new Error("Slack closed the connection before its hello");
    } finally {
      clearTimeout(late);
      client.off("disconnected", gone.resolve);
    }
  }

  function sentenceOf(thrown: unknown): string {
    if (thrown instanceof StartProblem) return thrown.message.replace(/\.$/, "");
    return `Slack can’t be reached at ${slackApiUrl}`;
  }
}

function retryAfterMs(thrown: unknown): number {
  return thrown instanceof WebAPIRateLimitedError ? thrown.retryAfter * 1000 : 0;
}
