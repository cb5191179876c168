import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { isForeign } from "./origin.ts";

const bodyLimit = 5 * 1024 * 1024;

/** Nobody guesses a type, learns an address, or shows an answer inside another site. */
const commonHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

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
  body: string | Buffer;
}

export interface TextAnswer extends Answer {
  body: string;
}

/** Writes to a response for as long as the other side listens. */
export type Stream = (response: ServerResponse) => void;

/** Answers a request; `hang` never does. */
export type Route = (asked: Asked) => Promise<Answer | Stream | "hang">;

/** Takes over the connection of a request that asks for a WebSocket. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Listening {
  url: string;
  close(): Promise<void>;
}

/** Listens on loopback only, and answers no page but its own. */
export async function listen(
  port: number,
  { route, upgrade }: { route: Route; upgrade: Upgrade },
): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(request, response, route).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
      response.end(`This Slack broke: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (isForeign(request)) socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    else upgrade(request, socket, head);
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
): TextAnswer {
  return {
    status: more.status ?? 200,
    headers: { "content-type": "application/json; charset=utf-8", ...more.headers },
    body: JSON.stringify(body),
  };
}

export function words(status: number, text: string): TextAnswer {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: `${text}\n` };
}

async function answer(request: IncomingMessage, response: ServerResponse, route: Route): Promise<void> {
  const answered = await find(request, route);
  if (answered === "hang") return;
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  if (typeof answered === "function") answered(response);
  else response.writeHead(answered.status, answered.headers).end(answered.body);
}

async function find(request: IncomingMessage, route: Route): Promise<Answer | Stream | "hang"> {
  if (isForeign(request)) return words(403, "This Slack answers on loopback, and to its own page only.");
  const body = await readBody(request);
  if (body === undefined) return tooLarge;
  const target = URL.parse(request.url ?? "/", "http://127.0.0.1");
  if (target === null) return words(400, "This is no address.");
  return route({
    method: request.method ?? "GET",
    path: target.pathname,
    query: target.searchParams,
    headers: request.headers,
    body,
  });
}

const tooLarge: Answer = {
  status: 413,
  headers: { "content-type": "text/plain; charset=utf-8", connection: "close" },
  body: "The body is larger than 5 MB.\n",
};

/** Undefined for a body over the limit, of which the rest is read but not kept, so that the answer is heard. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > bodyLimit ? undefined : Buffer.concat(chunks).toString("utf8");
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
