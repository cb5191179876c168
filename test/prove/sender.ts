import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, request } from "node:http";

interface Heard {
  /** 0 where the connection broke. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is not as Slack would send it. */
export interface Forged {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** Seconds since 1970. */
  readonly at?: number;
  readonly secret?: string;
}

export interface Sender {
  send(body: string | Buffer, forged?: Forged): Promise<Heard>;
  close(): void;
}

/** Slack's end: signed requests over kept-alive connections. */
export function openSender(url: string, signingSecret: string, connections = 8): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send(
      body,
      {
        method = "POST",
        path = "/slack/events",
        headers = {},
        at = Math.floor(Date.now() / 1000),
        secret = signingSecret,
      } = {},
    ) {
      const timestamp = String(at);
      const digest = createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex");
      const all = {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": Buffer.byteLength(body),
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${digest}`,
        ...headers,
      };
      return new Promise((resolve) => {
        const broke = () => resolve({ status: 0, headers: {}, body: "" });
        const asked = request(url, { agent, method, path, headers: all, timeout: 10_000 }, (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (more: string) => {
            text += more;
          });
          response.on("error", broke);
          const { statusCode: status = 0, headers } = response;
          response.on("end", () => resolve({ status, headers, body: text }));
        });
        asked.on("timeout", () => asked.destroy(new Error("no answer within 10 s")));
        asked.on("error", broke);
        asked.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
