import type { AddressOf } from "../../http/client-address.ts";
import type { Log } from "../../log.ts";
import { createEdge } from "./edge.ts";
import { createHttpReceiver } from "./http-receiver.ts";
import type { Transport } from "./transport.ts";

/** Slack sends each payload as a signed request to a public address. */
export function createHttpTransport({
  signingSecret,
  addressOf,
  log,
  now,
}: {
  signingSecret: string;
  addressOf: AddressOf;
  log: Log;
  now: () => number;
}): Transport {
  const receiver = createHttpReceiver();
  return {
    receiver,
    answerHttp: createEdge({ signingSecret, take: receiver.take, addressOf, log, now }),
    isConnected: true,
    connection: { kind: "http" },
    connect: async () => undefined,
    disconnect: async () => undefined,
  };
}
