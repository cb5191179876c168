import { App, HTTPReceiver } from "@slack/bolt";
import type { WebClient, WebClientOptions } from "@slack/web-api";
import { WebClient as Client } from "@slack/web-api";
import type { Log } from "../log.ts";
import { createBoltLog } from "./bolt-log.ts";
import type { Identity } from "./who.ts";

/** A trigger lives for three seconds, and trying again would outlive it. */
const callTimeoutMs = 2000;
/** For a message that follows an ack: nobody waits for it with a deadline. */
const respondTimeoutMs = 5000;

export interface SlackApp {
  readonly bolt: App;
  readonly receiver: HTTPReceiver;
  readonly client: WebClient;
}

/** The Bolt app of one workspace over HTTP. Its requests come in through `createEdge`, which has checked them. */
export function createSlackApp({
  botToken,
  signingSecret,
  slackApiUrl,
  identity,
  log,
}: {
  botToken: string;
  signingSecret: string;
  slackApiUrl: string;
  identity: () => Identity | undefined;
  log: Log;
}): SlackApp {
  const logger = createBoltLog(log);
  const clientOptions: WebClientOptions = {
    slackApiUrl,
    logger,
    timeout: callTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: (url, init) => fetch(url, { signal: AbortSignal.timeout(respondTimeoutMs), ...init }),
  };
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    // The edge has done this already, more strictly.
    signatureVerification: false,
  });
  const bolt = new App({
    receiver,
    logger,
    clientOptions,
    convoStore: false,
    // Never throws: Bolt would ack without a word, and the person would see nothing.
    authorize: async () => {
      const { teamId, botId, botUserId } = identity() ?? {};
      return {
        botToken,
        ...(teamId === undefined ? {} : { teamId }),
        ...(botId === undefined ? {} : { botId }),
        ...(botUserId === undefined ? {} : { botUserId }),
      };
    },
  });
  return { bolt, receiver, client: new Client(botToken, clientOptions) };
}
