import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import { z } from "zod";

/** Slack closes the eleventh. Source: docs.slack.dev, "Using Socket Mode". */
const mostConnections = 10;
const pingEveryMs = 5000;

export interface Envelope {
  envelope_id: string;
  type: "events_api" | "interactive" | "slash_commands";
  payload: unknown;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
}

/** What a disconnect message may give as its reason. */
type Reason = "warning" | "refresh_requested" | "too_many_websockets" | "link_disabled";

/** What can happen on the app's WebSockets. */
export interface Lines {
  /** How many are open. */
  readonly connections: number;
  /** Breaks every line, without a word. */
  cut(): void;
  /** Lets every line stand open and dead: nothing is read and nothing comes any more. */
  freeze(): void;
  /** Asks the app to connect anew; only a `warning` leaves the line open. */
  refresh(reason?: Reason): void;
  /** Drops the next ack, and sends its envelope again. */
  loseNextAck(): void;
}

/** Slack's end of Socket Mode. */
export interface Sockets extends Lines {
  /** True from the first `apps.connections.open` on. */
  readonly isUsed: boolean;
  /** The path and query of a WebSocket's address, good for one connection. */
  newTicket(): string;
  /** Sends to the next of the connections in turn, and answers its ack's payload; undefined without a connection. */
  send(envelope: Envelope): Promise<unknown> | undefined;
  forget(envelopeId: string): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

const Ack = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export function createSockets(appId: string): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const pending = new Map<string, { envelope: Envelope; answer: (payload: unknown) => void }>();
  let open: WebSocket[] = [];
  let isUsed = false;
  let acksToLose = 0;

  return {
    get isUsed() {
      return isUsed;
    },
    get connections() {
      return open.length;
    },
    newTicket() {
      isUsed = true;
      const ticket = randomUUID();
      tickets.add(ticket);
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    send(envelope) {
      if (open.length === 0) return undefined;
      const answered = Promise.withResolvers<unknown>();
      pending.set(envelope.envelope_id, { envelope, answer: answered.resolve });
      sendToNext(envelope);
      return answered.promise;
    },
    forget: (envelopeId) => void pending.delete(envelopeId),
    upgrade(request, socket, head) {
      const { pathname, searchParams } = new URL(request.url ?? "/", "ws://127.0.0.1");
      if (pathname !== "/link/" || !tickets.delete(searchParams.get("ticket") ?? "")) {
        return void socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      }
      server.handleUpgrade(request, socket, head, take);
    },
    refresh(reason = "refresh_requested") {
      for (const connection of open) sayDisconnect(connection, reason);
    },
    cut() {
      for (const connection of open) connection.terminate();
      open = [];
    },
    freeze() {
      for (const connection of open) connection.pause();
      open = [];
    },
    close() {
      for (const connection of server.clients) connection.terminate();
    },
    loseNextAck() {
      acksToLose += 1;
    },
  };

  function take(connection: WebSocket): void {
    connection.on("error", () => connection.terminate());
    if (open.length >= mostConnections) {
      sayDisconnect(connection, "too_many_websockets");
      return;
    }
    open.push(connection);
    const pings = setInterval(() => connection.ping(), pingEveryMs).unref();
    connection.on("close", () => {
      clearInterval(pings);
      open = open.filter((one) => one !== connection);
    });
    connection.on("message", (data) => hear(String(data)));
    const approximate_connection_time = 18_060;
    write(connection, {
      type: "hello",
      num_connections: open.length,
      debug_info: { host: "sandbox", approximate_connection_time },
      connection_info: { app_id: appId },
    });
  }

  /** Anything but an ack is passed over, as Slack does. A lost ack brings the envelope again. */
  function hear(text: string): void {
    const ack = Ack.safeParse(parse(text)).data;
    const waiting = pending.get(ack?.envelope_id ?? "");
    if (ack === undefined || waiting === undefined) return;
    if (acksToLose === 0) {
      pending.delete(ack.envelope_id);
      waiting.answer(ack.payload);
      return;
    }
    acksToLose -= 1;
    const { retry_attempt = 0 } = waiting.envelope;
    waiting.envelope = { ...waiting.envelope, retry_attempt: retry_attempt + 1, retry_reason: "timeout" };
    sendToNext(waiting.envelope);
  }

  function sendToNext(envelope: Envelope): void {
    const next = open.shift();
    if (next === undefined) return;
    open.push(next);
    write(next, envelope);
  }
}

function sayDisconnect(connection: WebSocket, reason: Reason): void {
  write(connection, { type: "disconnect", reason, debug_info: { host: "sandbox" } });
  // A warning comes some seconds before the line is closed.
  if (reason !== "warning") connection.close();
}

function write(connection: WebSocket, message: unknown): void {
  connection.send(JSON.stringify(message));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
