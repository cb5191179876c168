import { createHmac } from "node:crypto";

/** An app on this machine, and what it shares with Slack. */
export interface Signed {
  readonly app: { readonly port: number };
  readonly slack: { readonly signingSecret: string };
}

/** What is not as Slack would send it. */
export interface Forged {
  signature?: string;
  secret?: string;
  version?: string;
  skew?: number;
  timestamp?: string;
  type?: string;
  /** What is signed instead of the body. */
  signed?: string;
}

export function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}

/** Slack's headers for a body. */
export function signedHeaders(
  { slack }: Pick<Signed, "slack">,
  body: string | Buffer,
  { secret = slack.signingSecret, version = "v0", skew = 0, ...forged }: Forged = {},
): Record<string, string> {
  const timestamp = forged.timestamp ?? String(Math.floor(Date.now() / 1000) + skew);
  const hash = createHmac("sha256", secret)
    .update(`${version}:${timestamp}:`)
    .update(forged.signed ?? body)
    .digest("hex");
  return {
    "content-type": forged.type ?? "application/x-www-form-urlencoded",
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": forged.signature ?? `${version}=${hash}`,
  };
}

/** Sends a body as Slack does, but for what is forged. */
export async function sendSigned(
  to: Signed,
  body: string | Buffer<ArrayBuffer>,
  forged?: Forged,
): Promise<{ status: number; body: string }> {
  const headers = signedHeaders(to, body, forged);
  const answer = await fetch(`http://127.0.0.1:${to.app.port}/slack/events`, {
    method: "POST",
    headers,
    body,
  });
  return { status: answer.status, body: await answer.text() };
}
