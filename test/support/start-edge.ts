import { onTestFinished } from "vitest";
import { createAddressOf } from "../../src/http/client-address.ts";
import { startHttpServer } from "../../src/http/http-server.ts";
import { createLog } from "../../src/log.ts";
import { createEdge } from "../../src/slack/transport/edge.ts";

/** The edge alone, on a socket of its own; what it lets in is taken and answered with nothing. */
export async function startEdge() {
  const taken: Record<string, unknown>[] = [];
  const logged: string[] = [];
  const log = createLog({ level: "info", to: { write: (line) => void logged.push(line) } });
  const signingSecret = "signing-secret-of-tests";
  const edge = createEdge({
    signingSecret,
    async take(payload, answer) {
      taken.push(payload);
      await answer({ body: "" });
    },
    addressOf: createAddressOf(undefined),
    log,
    now: Date.now,
  });
  const routes = { "POST /slack/events": edge };
  const server = await startHttpServer(routes, { host: "127.0.0.1", port: 0, log });
  onTestFinished(() => server.close());
  return { app: server, slack: { signingSecret }, taken, logged };
}
