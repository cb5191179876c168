import { createHmac } from "node:crypto";
import { deliverBySocket } from "./deliver-socket.ts";
import { recordExchange } from "./record.ts";
import type { Exchange, World } from "./world.ts";

const formType = "application/x-www-form-urlencoded";

export interface Delivery {
  kind: string;
  /** The request's body, exactly as sent. */
  body: string;
  payload: unknown;
  person?: string;
  contentType?: string;
  /** Seconds; by this Slack's clock unless given. */
  timestamp?: string;
  signature?: string;
}

export type Outcome =
  | { kind: "answered"; status: number; contentType: string; body: string; exchange: Exchange }
  | { kind: "late"; exchange: Exchange }
  | { kind: "unreachable"; exchange: Exchange };

/**
 * Sends one signed request to the app and waits for its ack until the deadline. Without a request URL it goes over
 * Socket Mode.
 */
export async function deliver(world: World, delivery: Delivery): Promise<Outcome> {
  const { requestUrl, signingSecret } = world.seed.app;
  const exchange = recordExchange(world, {
    direction: "to-app",
    kind: delivery.kind,
    payload: delivery.payload,
    ...(delivery.person !== undefined && { person: delivery.person }),
  });
  if (requestUrl === undefined) {
    if (world.sockets.isUsed) return deliverBySocket(world, delivery, exchange);
    throw new Error("No app is connected: call connectApp(url), or let it open a WebSocket, first.");
  }
  const timestamp = delivery.timestamp ?? String(Math.floor(world.now() / 1000));
  const began = performance.now();
  try {
    const response = await fetch(requestUrl, {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": delivery.contentType ?? formType,
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature":
          delivery.signature ?? sign({ secret: signingSecret, timestamp, body: delivery.body }),
      },
      body: delivery.body,
      signal: AbortSignal.timeout(world.ackDeadlineMs),
    });
    const body = await response.text();
    exchange.status = response.status;
    exchange.response = body;
    const contentType = response.headers.get("content-type") ?? "";
    return { kind: "answered", status: response.status, contentType, body, exchange };
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    exchange.response = late ? "no answer in time" : `not reachable: ${String(error)}`;
    return { kind: late ? "late" : "unreachable", exchange };
  } finally {
    exchange.ackMs = performance.now() - began;
  }
}

/** An interaction: JSON in the form field `payload`. */
export function deliverInteraction(
  world: World,
  payload: { type: string } & Record<string, unknown>,
  person: string,
): Promise<Outcome> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return deliver(world, { kind: payload.type, body, payload, person });
}

function sign(args: { secret: string; timestamp: string; body: string }): string {
  const digest = createHmac("sha256", args.secret).update(`v0:${args.timestamp}:${args.body}`).digest("hex");
  return `v0=${digest}`;
}
