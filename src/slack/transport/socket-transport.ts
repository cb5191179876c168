import { setTimeout as delay } from "node:timers/promises";
import { SocketModeClient } from "@slack/socket-mode";
import type { Log } from "../../log.ts";
import type { InFlight } from "../../process/in-flight.ts";
import { createClientOptions } from "../web-api/client-options.ts";
import { createBoltLog } from "./bolt-log.ts";
import { keepConnected } from "./keep-connected.ts";
import { createSocketReceiver } from "./socket-receiver.ts";
import type { Transport } from "./transport.ts";

/** A silent line is given up after this and two thirds of it. */
const pongTimeoutMs = 1500;
const closeTimeoutMs = 1000;

/** Socket Mode: the bot opens a WebSocket to Slack and needs no public address. */
export function createSocketTransport({
  appToken,
  slackApiUrl,
  ...deps
}: {
  appToken: string;
  slackApiUrl: string;
  inFlight: InFlight;
  isStopping: () => boolean;
  log: Log;
  now: () => number;
}): Transport {
  const { log, now } = deps;
  const client = new SocketModeClient({
    appToken,
    logger: createBoltLog(log),
    clientPingTimeout: pongTimeoutMs,
    // Its own way gives up when Slack can't be reached, with a rejection that nobody can handle.
    autoReconnectEnabled: false,
    clientOptions: createClientOptions({ slackApiUrl, log }),
  });
  let connectedAt: number | undefined;
  let connects = 0;
  client.on("connected", () => {
    connectedAt = now();
    connects += 1;
    log.info("connected to Slack in Socket Mode");
  });
  client.on("close", () => {
    connectedAt = undefined;
  });
  return {
    receiver: createSocketReceiver({ client, ...deps }),
    get isConnected() {
      return connectedAt !== undefined;
    },
    get connection() {
      return {
        kind: "socket" as const,
        reconnects: Math.max(0, connects - 1),
        ...(connectedAt === undefined ? {} : { connectedMs: now() - connectedAt }),
      };
    },
    connect: (signal) => keepConnected(client, { slackApiUrl, log, signal }),
    disconnect: () => Promise.race([client.disconnect(), delay(closeTimeoutMs, undefined, { ref: false })]),
  };
}
