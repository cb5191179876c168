import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { StartProblem } from "../errors.ts";
import type { Log } from "../log.ts";

/** Answers one path. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

export interface HttpServer {
  /** The port it listens on, also where 0 was asked for. */
  readonly port: number;
  /** Takes no new connection; resolves when the open ones have ended. */
  close(): Promise<void>;
}

/** How long a client may take, in ms, before it is hung up on. Node looks at `connectionsCheckingInterval`. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2000 };

/** More connections at once would take the files from the stores; Slack and a proxy need far fewer. */
const mostConnections = 500;

/** On every answer; a page brings a policy of its own, which says what it needs. */
const headers = new Map([
  ["cache-control", "no-store"],
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"],
]);

/**
 * One listening socket for all doors. `routes` are by method and path, such as `POST /slack/events`, or by the path's
 * first part, as `* /api/`.
 */
export async function startHttpServer(
  routes: Readonly<Record<string, Handler>>,
  {
    host,
    port,
    log,
    timeouts = patience,
  }: { host: string; port: number; log: Log; timeouts?: typeof patience },
): Promise<HttpServer> {
  const server = createServer(timeouts, async (req, res) => {
    res.setHeaders(headers);
    const path = req.url?.split("?")[0] ?? "/";
    const handler = routes[`${req.method} ${path}`] ?? routes[`* /${path.split("/", 2)[1]}/`];
    if (handler === undefined) return void res.writeHead(404).end();
    try {
      await handler(req, res);
    } catch (thrown) {
      log.error({ err: thrown, path }, "a handler failed");
      if (!res.headersSent) res.writeHead(500).end();
    }
  });
  server.maxConnections = mostConnections;
  await listening(server, { host, port });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE" ? `Port ${port} is taken. Set PORT to another one.` : error.message;
      reject(new StartProblem(why, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
}
