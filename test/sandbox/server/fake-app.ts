import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  kind: string;
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: tests look deep into payloads that they made themselves
  payload: any;
}

/** An ack: its body (an object goes out as JSON), or a status of its own. */
type Ack = { status?: number; body?: unknown } | undefined;
export type Listener = (payload: Received["payload"]) => Ack | Promise<Ack>;

/** A Slack app in a few lines: it checks signatures, keeps what it got, and answers as it is told. */
export async function startFakeApp(secret: string) {
  const listeners = new Map<string, Listener>();
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    if (!isSigned(secret, request.headers, body)) {
      response.writeHead(401).end("bad signature");
      return;
    }
    const { kind, payload } = read(request.headers["content-type"] ?? "", body);
    received.push({ kind, headers: request.headers, payload });
    const ack = await listeners.get(kind)?.(payload);
    const text = typeof ack?.body === "string" ? ack.body : JSON.stringify(ack?.body);
    const type = typeof ack?.body === "string" ? "text/plain" : "application/json";
    response.writeHead(ack?.status ?? 200, { "content-type": type }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    received,
    on: (kind: string, listener: Listener) => void listeners.set(kind, listener),
    /** The last payload of a kind. */
    last(kind: string): Received["payload"] {
      const found = received.findLast((one) => one.kind === kind);
      if (found === undefined) throw new Error(`The app got no ${kind}.`);
      return found.payload;
    },
    count: (kind: string) => received.filter((one) => one.kind === kind).length,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isSigned(secret: string, headers: IncomingHttpHeaders, body: string): boolean {
  const base = `v0:${headers["x-slack-request-timestamp"]}:${body}`;
  return headers["x-slack-signature"] === `v0=${createHmac("sha256", secret).update(base).digest("hex")}`;
}

function read(contentType: string, body: string): Pick<Received, "kind" | "payload"> {
  if (contentType === "application/json") return { kind: "event", payload: JSON.parse(body) };
  const fields = Object.fromEntries(new URLSearchParams(body));
  if (fields.payload === undefined) return { kind: "command", payload: fields };
  const payload = JSON.parse(fields.payload) as { type: string };
  return { kind: payload.type, payload };
}
