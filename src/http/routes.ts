import { once } from "node:events";
import type { InFlight } from "../process/in-flight.ts";
import type { Handler } from "./http-server.ts";

/** What is answered over HTTP, and whether the app is well. */
export function createRoutes(
  doors: Readonly<Record<string, Handler | undefined>>,
  {
    inFlight,
    isStopping,
    whyNotReady,
  }: { inFlight: InFlight; isStopping: () => boolean; whyNotReady: () => Promise<string | undefined> },
): Record<string, Handler> {
  const open = Object.entries(doors).flatMap(([route, handler]) =>
    handler === undefined ? [] : [[route, whileRunning(handler)] as const],
  );
  return {
    ...Object.fromEntries(open),
    "GET /healthz": (_req, res) => void res.end("alive"),
    async "GET /readyz"(_req, res) {
      const reason = isStopping() ? "stopping" : await whyNotReady();
      res.writeHead(reason === undefined ? 200 : 503).end(reason ?? "ready");
    },
  };

  function whileRunning(handler: Handler): Handler {
    return (req, res) => {
      if (isStopping()) return void res.writeHead(503, { connection: "close" }).end();
      // From its first byte on, so that a body on its way is waited for too.
      return inFlight.run(async () => {
        const answered = once(res, "close");
        await handler(req, res);
        await answered;
      });
    };
  }
}
