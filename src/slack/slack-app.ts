import type { Receiver } from "@slack/bolt";
import { App } from "@slack/bolt";
import type { Log } from "../log.ts";
import { createBoltLog } from "./transport/bolt-log.ts";
import { createClientOptions } from "./web-api/client-options.ts";

/**
 * The Bolt app. What its receiver lets in has been checked; whose installation it is, and with which client it is
 * answered, is decided around the listeners.
 */
export function createSlackApp({
  receiver,
  slackApiUrl,
  log,
}: {
  receiver: Receiver;
  slackApiUrl: string;
  log: Log;
}): App {
  return new App({
    receiver,
    logger: createBoltLog(log),
    clientOptions: createClientOptions({ slackApiUrl, log }),
    convoStore: false,
    // Never throws: Bolt would ack without a word, and the person would see nothing.
    authorize: async () => ({}),
  });
}
