import { deliver } from "./deliver.ts";
import type { World } from "./world.ts";

export interface RawDelivery {
  kind: "interactivity" | "command" | "event";
  /** A string goes out as it is; an object is written as Slack writes that kind. */
  body: string | Record<string, unknown>;
  /** Seconds. */
  timestamp?: string;
  signature?: string;
  contentType?: string;
}

/** Sends the app whatever is wished; status 0 means no answer in time. */
export async function sendRaw(
  world: World,
  delivery: RawDelivery,
): Promise<{ status: number; body: string }> {
  const { body, contentType } = written(delivery);
  const outcome = await deliver(world, { ...delivery, body, contentType, payload: delivery.body });
  return { status: outcome.exchange.status, body: outcome.kind === "answered" ? outcome.body : "" };
}

function written({ kind, body, contentType }: RawDelivery): { body: string; contentType: string } {
  const type = contentType ?? (kind === "event" ? "application/json" : "application/x-www-form-urlencoded");
  if (typeof body === "string") return { body, contentType: type };
  if (kind === "event") return { body: JSON.stringify(body), contentType: type };
  const fields =
    kind === "interactivity"
      ? { payload: JSON.stringify(body) }
      : Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]));
  return { body: new URLSearchParams(fields).toString(), contentType: type };
}
