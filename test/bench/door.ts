import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";

/** Slack's end of one kept-alive connection to an app, on which one request waits for the other. */
export interface Door {
  readonly url: string;
  /** Sends a signed form and answers the ack's body, and how long it took. */
  send(form: Readonly<Record<string, string>>): Promise<{ body: string; ms: number }>;
  close(): void;
}

export function openDoor(url: string, signingSecret: string): Door {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    url,
    send(form) {
      const body = new URLSearchParams(form).toString();
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex");
      const headers = {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": Buffer.byteLength(body),
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature}`,
      };
      return new Promise((resolve, reject) => {
        const began = performance.now();
        const asked = request(url, { agent, method: "POST", headers }, (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (more: string) => {
            text += more;
          });
          response.on("end", () => {
            const ms = performance.now() - began;
            if (response.statusCode === 200) resolve({ body: text, ms });
            else reject(new Error(`${url} answered ${response.statusCode} ${text}`));
          });
        });
        asked.on("error", reject);
        asked.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
