import type { AddressOf } from "../../http/client-address.ts";
import type { Log } from "../../log.ts";
import type { InFlight } from "../../process/in-flight.ts";
import { createHttpTransport } from "./http-transport.ts";
import { createSocketTransport } from "./socket-transport.ts";
import type { Transport } from "./transport.ts";

interface Deps {
  readonly slackApiUrl: string;
  readonly addressOf: AddressOf;
  readonly inFlight: InFlight;
  readonly isStopping: () => boolean;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The transport that is configured. */
export function createTransport(
  slack: { kind: "http"; signingSecret: string } | { kind: "socket"; appToken: string },
  deps: Deps,
): Transport {
  switch (slack.kind) {
    case "http":
      return createHttpTransport({ ...deps, signingSecret: slack.signingSecret });
    case "socket":
      return createSocketTransport({ ...deps, appToken: slack.appToken });
  }
}
