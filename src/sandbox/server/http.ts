import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

const bodyLimit = 5 * 1024 * 1024;

/** One request, read whole. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** Answers a request; `hang` never does. */
export type Route = (asked: Asked) => Promise<Answer | "hang">;

/** Takes over the connection of a request that asks for a WebSocket. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Listening {
  url: string;
  close(): Promise<void>;
}

/** Listens on loopback only, and answers only to loopback names: a page elsewhere may point its own name at 127.0.0.1 (DNS rebinding). */
export async function listen(
  port: number,
  { route, upgrade }: { route: Route; upgrade: Upgrade },
): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(request, response, route).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(`This Slack broke: ${error instanceof Error ? error.stack : String(error)}`);
    });
  });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (isLoopback(request.headers.host)) upgrade(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${bound}`, close: () => close(server) };
}

export function json(
  body: unknown,
  more: { status?: number; headers?: Record<string, string> } = {},
): Answer {
  return {
    status: more.status ?? 200,
    headers: { "content-type": "application/json; charset=utf-8", ...more.headers },
    body: JSON.stringify(body),
  };
}

export function isLoopback(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host ?? "");
}

async function answer(request: IncomingMessage, response: ServerResponse, route: Route): Promise<void> {
  if (!isLoopback(request.headers.host)) {
    response.writeHead(403).end("This Slack answers on loopback only.");
    return;
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.writeHead(413).end();
    return;
  }
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const answered = await route({
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body,
  });
  if (answered !== "hang") response.writeHead(answered.status, answered.headers).end(answered.body);
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
