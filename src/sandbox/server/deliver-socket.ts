import { randomUUID } from "node:crypto";
import type { Delivery, Reply } from "./deliver.ts";
import type { Envelope } from "./socket-messages.ts";
import type { World } from "./world.ts";

/** Sends one envelope over Socket Mode. After the deadline nobody waits for its ack any more. */
export async function sendBySocket(
  world: World,
  { kind, payload }: Delivery,
  deadline: AbortSignal,
): Promise<Reply> {
  const type = typeOf(kind);
  const envelope_id = randomUUID();
  const acked = world.sockets.send({
    envelope_id,
    type,
    payload,
    accepts_response_payload: type !== "events_api",
    ...(type === "events_api" && { retry_attempt: 0, retry_reason: "" }),
  });
  if (acked === undefined) return { kind: "unreachable", why: "no WebSocket is open" };
  deadline.addEventListener("abort", () => world.sockets.forget(envelope_id));
  const ack = await acked;
  const body = type === "events_api" || isEmpty(ack) ? "" : JSON.stringify(ack);
  return { kind: "answered", status: 200, contentType: "application/json", body };
}

function typeOf(kind: string): Envelope["type"] {
  if (kind === "command") return "slash_commands";
  return kind === "event" ? "events_api" : "interactive";
}

function isEmpty(payload: unknown): boolean {
  return typeof payload !== "object" || payload === null || Object.keys(payload).length === 0;
}
