import { judgeMessage, judgeModal, judgeOptions } from "../../src/sandbox/judge/judge.ts";
import type { Attack } from "./attack.ts";
import { fieldsOf, mangle, mutate } from "./mutate.ts";
import type { Random } from "./random.ts";
import type { Forged, Sender } from "./sender.ts";

const events = "/slack/events";
const otherPaths = [
  "/healthz",
  "/readyz",
  "/",
  "/slack/install",
  "/api/v1/icp-profiles",
  "/%2e%2e/%00",
  "//",
];

/** Mutations of what Slack really sent, most of them signed rightly, so that they get past the edge. */
export function attackSlack({ send }: Sender, payloads: readonly unknown[]): Attack {
  return async (random) => {
    const { body, type } = write(mutate(random.pick(payloads), random), random);
    const { status, body: answer } = await send(body, { ...forge(random), ...headersOf(type, random) });
    return { door: "Slack’s paths", status, unsound: status === 200 ? complaintsOf(answer) : [] };
  };
}

/** As Slack writes it. */
function write(payload: unknown, random: Random): { body: Buffer; type: string } {
  const isCommand = typeof payload === "object" && payload !== null && "command" in payload;
  const isEvent = typeof payload === "object" && payload !== null && "event" in payload;
  const fields = isCommand ? payload : { payload: JSON.stringify(payload) };
  const text = isEvent ? JSON.stringify(payload) : fieldsOf(fields).toString();
  return {
    body: mangle(Buffer.from(text), random),
    type: isEvent ? "application/json" : "application/x-www-form-urlencoded",
  };
}

function forge(random: Random): Forged {
  if (random.chance(0.85)) return {};
  return random.pick<Forged>([
    { path: random.pick(otherPaths) },
    { method: random.pick(["GET", "PUT", "DELETE", "OPTIONS", "HEAD"]) },
    { secret: "another" },
    { at: Math.floor(Date.now() / 1000) + random.pick([-1000, 1000, 330]) },
    { path: `${events}?${"a=".repeat(random.below(2000))}` },
  ]);
}

function headersOf(type: string, random: Random): Pick<Forged, "headers"> {
  const other = random.pick([
    "text/plain",
    "application/json",
    "",
    `${type}; charset=utf-7`,
    "multipart/form-data",
  ]);
  const headers = { "content-type": random.chance(0.97) ? type : other };
  if (random.chance(0.97)) return { headers };
  const more: Record<string, string | string[]>[] = [
    { "x-slack-signature": ["v0=1", "v0=2"] },
    { "x-slack-request-timestamp": "NaN" },
    { "x-slack-retry-num": "x".repeat(1000) },
    { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "slack.com" },
    { "x-http-method-override": "GET", "transfer-encoding": "identity" },
  ];
  return { headers: { ...headers, ...random.pick(more) } };
}

/** What the judge says of an ack. */
function complaintsOf(answer: string): string[] {
  if (answer === "" || !answer.startsWith("{")) return [];
  const ack = JSON.parse(answer) as Record<string, unknown>;
  const complaints = [
    ...("blocks" in ack ? judgeMessage(ack) : []),
    ...("view" in ack ? judgeModal(ack.view) : []),
    ...("options" in ack ? judgeOptions(ack) : []),
  ];
  return complaints.map((complaint) => `${JSON.stringify(complaint)} in ${answer}`);
}
