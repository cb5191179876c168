import { randomUUID } from "node:crypto";
import type { Delivery, Outcome } from "./deliver.ts";
import type { Envelope } from "./socket-messages.ts";
import type { Exchange, World } from "./world.ts";

/** Sends one envelope over Socket Mode and waits for its ack until the deadline. */
export async function deliverBySocket(
  world: World,
  { kind, payload }: Delivery,
  exchange: Exchange,
): Promise<Outcome> {
  const type = typeOf(kind);
  const envelope_id = randomUUID();
  const acked = world.sockets.send({
    envelope_id,
    type,
    payload,
    accepts_response_payload: type !== "events_api",
    ...(type === "events_api" && { retry_attempt: 0, retry_reason: "" }),
  });
  if (acked === undefined) {
    exchange.response = "not reachable: no WebSocket is open";
    return { kind: "unreachable", exchange };
  }
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), world.ackDeadlineMs);
  const began = performance.now();
  const answer = await Promise.race([acked.then((ack) => ({ ack })), late.promise]);
  clearTimeout(timer);
  exchange.ackMs = performance.now() - began;
  if (answer === "late") {
    world.sockets.forget(envelope_id);
    exchange.response = "no answer in time";
    return { kind: "late", exchange };
  }
  const body = type === "events_api" || isEmpty(answer.ack) ? "" : JSON.stringify(answer.ack);
  exchange.status = 200;
  exchange.response = body;
  return { kind: "answered", status: 200, contentType: "application/json", body, exchange };
}

function typeOf(kind: string): Envelope["type"] {
  if (kind === "command") return "slash_commands";
  return kind === "event" ? "events_api" : "interactive";
}

function isEmpty(payload: unknown): boolean {
  return typeof payload !== "object" || payload === null || Object.keys(payload).length === 0;
}
