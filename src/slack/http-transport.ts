import type { Log } from "../log.ts";
import { createEdge } from "./edge.ts";
import { createHttpReceiver } from "./http-receiver.ts";
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
  const receiver = createHttpReceiver();
  return {
    receiver,
    answerHttp: createEdge({ signingSecret, take: receiver.take, log, now }),
    isConnected: true,
    connection: { kind: "http" },
    connect: async () => undefined,
    disconnect: async () => undefined,
  };
}
