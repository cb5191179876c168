import { HTTPReceiver } from "@slack/bolt";
import type { Log } from "../log.ts";
import { createBoltLog } from "./bolt-log.ts";
import { createEdge } from "./edge.ts";
import type { Transport } from "./transport.ts";

/** Slack sends each payload as a signed request to a public address. */
export function createHttpTransport({
  signingSecret,
  log,
  now,
}: {
  signingSecret: string;
  log: Log;
  now: () => number;
}): Transport {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: createBoltLog(log),
    // The edge has done this already, more strictly.
    signatureVerification: false,
  });
  return {
    receiver,
    answerHttp: createEdge({ signingSecret, receiver, log, now }),
    isConnected: true,
    connection: { kind: "http" },
    connect: async () => undefined,
    disconnect: async () => undefined,
  };
}
