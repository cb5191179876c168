import type { Receiver } from "@slack/bolt";
import { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { WebClient as Client } from "@slack/web-api";
import type { Log } from "../log.ts";
import { createBoltLog } from "./bolt-log.ts";
import { createClientOptions } from "./client-options.ts";
import type { Identity } from "./who.ts";

export interface SlackApp {
  readonly bolt: App;
  readonly client: WebClient;
}

/** The Bolt app of one workspace. What its receiver lets in has been checked. */
export function createSlackApp({
  botToken,
  receiver,
  slackApiUrl,
  identity,
  log,
}: {
  botToken: string;
  receiver: Receiver;
  slackApiUrl: string;
  identity: () => Identity | undefined;
  log: Log;
}): SlackApp {
  const bolt = new App({
    receiver,
    logger: createBoltLog(log),
    clientOptions: createClientOptions({ slackApiUrl, log }),
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
  return { bolt, client: new Client(botToken, createClientOptions({ slackApiUrl, log })) };
}
