import { appHindrance } from "./app-hindrance.ts";
import { sendByHttp } from "./deliver-http.ts";
import { sendBySocket } from "./deliver-socket.ts";
import { recordExchange, settle } from "./record.ts";
import { wait } from "./wait.ts";
import type { Exchange, World } from "./world.ts";

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

/** What the app answered, or why it could not. */
export type Reply =
  | { kind: "answered"; status: number; contentType: string; body: string }
  | { kind: "unreachable"; why: string };

export type Outcome =
  | { kind: "answered"; status: number; contentType: string; body: string; exchange: Exchange }
  | { kind: "late"; exchange: Exchange }
  | { kind: "unreachable"; exchange: Exchange };

/**
 * Sends one request to the app, signed over HTTP or else through its WebSocket, and waits for its ack until the
 * deadline. Throws, in words, where no app is there to be told. A slow network counts against the app, which gets the request all the same.
 */
export async function deliver(world: World, delivery: Delivery): Promise<Outcome> {
  const hindrance = appHindrance(world);
  if (hindrance !== undefined) throw new Error(hindrance);
  const exchange = recordExchange(world, {
    direction: "to-app",
    kind: delivery.kind,
    payload: delivery.payload,
    ...(delivery.person !== undefined && { person: delivery.person }),
  });
  const began = performance.now();
  const deadline = new AbortController();
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), world.ackDeadlineMs);
  const reply = await Promise.race([late.promise, hear(world, delivery, deadline.signal)]);
  const isLost = reply !== "late" && loses(world, delivery, reply);
  if (isLost) await late.promise;
  clearTimeout(timer);
  deadline.abort();
  const ackMs = performance.now() - began;
  if (reply === "late" || isLost) {
    const response = isLost ? "the answer was lost" : "no answer in time";
    settle(world, exchange, { status: 0, response, ackMs, error: "operation_timeout" });
    return { kind: "late", exchange };
  }
  if (reply.kind === "unreachable") {
    const response = `not reachable: ${reply.why}`;
    settle(world, exchange, { status: 0, response, ackMs, error: "dispatch_failed" });
    return { kind: "unreachable", exchange };
  }
  const { status, body } = reply;
  const error = status >= 500 ? "http_service_error" : status === 200 ? undefined : "dispatch_failed";
  settle(world, exchange, { status, response: body, ackMs, error });
  return { ...reply, exchange };
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

async function hear(world: World, delivery: Delivery, deadline: AbortSignal): Promise<Reply> {
  await wait(world.delays.toApp);
  const { requestUrl } = world.seed.app;
  return requestUrl === undefined
    ? sendBySocket(world, delivery, deadline)
    : sendByHttp(world, delivery, requestUrl);
}

/** Over a WebSocket a lost ack brings its envelope again (`sockets.ts`); over HTTP nothing of what people do is sent twice. */
function loses(world: World, delivery: Delivery, reply: Reply): boolean {
  const isHeard = world.seed.app.requestUrl !== undefined && reply.kind === "answered";
  return isHeard && delivery.kind !== "event" && world.faults.take("ack") !== undefined;
}
