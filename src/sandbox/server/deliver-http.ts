import { createHmac } from "node:crypto";
import type { Delivery, Reply } from "./deliver.ts";
import type { World } from "./world.ts";

const formType = "application/x-www-form-urlencoded";

/** Sends one signed request to the app. */
export async function sendByHttp(world: World, delivery: Delivery, url: string): Promise<Reply> {
  const timestamp = delivery.timestamp ?? String(Math.floor(world.now() / 1000));
  const secret = world.seed.app.signingSecret;
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": delivery.contentType ?? formType,
        "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": delivery.signature ?? sign({ secret, timestamp, body: delivery.body }),
      },
      body: delivery.body,
      signal: AbortSignal.timeout(world.ackDeadlineMs),
    });
    const contentType = response.headers.get("content-type") ?? "";
    return { kind: "answered", status: response.status, contentType, body: await response.text() };
  } catch (error) {
    // Slack hangs up at its deadline, which has been told as such by now.
    return { kind: "unreachable", why: String(error) };
  }
}

function sign(args: { secret: string; timestamp: string; body: string }): string {
  const digest = createHmac("sha256", args.secret).update(`v0:${args.timestamp}:${args.body}`).digest("hex");
  return `v0=${digest}`;
}
