import type { WebSocket } from "ws";
import { z } from "zod";

/** What Slack sends over a WebSocket for the app to ack. */
export interface Envelope {
  envelope_id: string;
  type: "events_api" | "interactive" | "slash_commands";
  payload: unknown;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
}

/** What a disconnect message may give as its reason. */
export type Reason = "warning" | "refresh_requested" | "too_many_websockets" | "link_disabled";

const Ack = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });
type Ack = z.infer<typeof Ack>;

/** Undefined for anything but an ack. */
export function readAck(text: string): Ack | undefined {
  try {
    return Ack.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function sayHello(
  connection: WebSocket,
  { appId, connections }: { appId: string; connections: number },
): void {
  write(connection, {
    type: "hello",
    num_connections: connections,
    debug_info: { host: "sandbox", approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  });
}

export function sayDisconnect(connection: WebSocket, reason: Reason): void {
  write(connection, { type: "disconnect", reason, debug_info: { host: "sandbox" } });
  // A warning comes some seconds before the line is closed.
  if (reason !== "warning") connection.close();
}

export function write(connection: WebSocket, message: unknown): void {
  connection.send(JSON.stringify(message));
}
