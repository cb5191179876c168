import type { ServerResponse } from "node:http";
import type { App, Receiver } from "@slack/bolt";

export interface HttpReceiver extends Receiver {
  /** Lets Bolt work on the payload of a request; the ack is the request's answer. */
  take(payload: Record<string, unknown>, res: ServerResponse): Promise<void>;
}

/**
 * Hands to Bolt what the edge has let in. Bolt's own HTTPReceiver would read and parse the request once more, and
 * keep Slack waiting where a listener broke before its ack.
 */
export function createHttpReceiver(): HttpReceiver {
  let app: App | undefined;
  return {
    init(initiated) {
      app = initiated;
    },
    start: async () => undefined,
    stop: async () => undefined,
    async take(body, res) {
      await app?.processEvent({ body, ack: async (answer) => send(res, answer) });
      if (!res.headersSent) res.writeHead(500).end();
    },
  };
}

/** Without a length Node would send it in chunks, each of them a write of its own. */
function send(res: ServerResponse, answer: unknown): void {
  if (res.headersSent) return;
  if (answer === undefined) return void res.writeHead(200, { "content-length": 0 }).end();
  const body = JSON.stringify(answer);
  res
    .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
    .end(body);
}
