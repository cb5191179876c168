import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import type { Faults } from "./faults.ts";
import { secret } from "./ids.ts";
import type { Envelope, Reason } from "./socket-messages.ts";
import { readAck, sayDisconnect, sayHello, write } from "./socket-messages.ts";

/** Slack closes the eleventh. Source: docs.slack.dev, "Using Socket Mode". */
const mostConnections = 10;
const pingEveryMs = 5000;

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

export function createSockets(appId: string, faults: Faults): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const pending = new Map<string, { envelope: Envelope; answer: (payload: unknown) => void }>();
  let open: WebSocket[] = [];
  let isUsed = false;

  return {
    get isUsed() {
      return isUsed;
    },
    get connections() {
      return open.length;
    },
    newTicket() {
      isUsed = true;
      const ticket = secret(32);
      tickets.add(ticket);
      for (const oldest of tickets) {
        if (tickets.size <= mostConnections) break;
        tickets.delete(oldest);
      }
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
    loseNextAck: () => faults.failNext("ack", "lost"),
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
    sayHello(connection, { appId, connections: open.length });
  }

  /** Anything but an ack is passed over, as Slack does. A lost ack brings the envelope again. */
  function hear(text: string): void {
    const ack = readAck(text);
    const waiting = pending.get(ack?.envelope_id ?? "");
    if (ack === undefined || waiting === undefined) return;
    if (faults.take("ack") === undefined) {
      pending.delete(ack.envelope_id);
      waiting.answer(ack.payload);
      return;
    }
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
