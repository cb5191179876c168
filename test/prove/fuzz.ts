import { once } from "node:events";
import { connect } from "node:net";
import { judgeMessage, judgeModal, judgeOptions } from "../../src/sandbox/judge/judge.ts";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { betaInstallation, defaultSeed } from "../../src/sandbox/server/seed.ts";
import { median } from "../bench/rounds.ts";
import type { Bot } from "./bot.ts";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import { mutate } from "./mutate.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";
import { recordPayloads } from "./record-payloads.ts";
import type { Forged, Sender } from "./sender.ts";
import { openSender } from "./sender.ts";

const lanes = 8;
const mostStray = 0.1;
const looks = 40;
const events = "/slack/events";
const otherPaths = [
  "/healthz",
  "/readyz",
  "/",
  "/slack/install",
  "/slack/oauth_redirect",
  "/api/v1/profiles",
  "/%2e%2e/%00",
  "//",
];

/** Mutations of what Slack really sent, most of them signed rightly, so that they get past the edge. */
export async function proveFuzz(effort: Effort, folder: string): Promise<Figure[]> {
  const seed = defaultSeed();
  seed.app.installations.push(betaInstallation);
  const slack = await createSlack({ seed });
  const tokens = seed.app.installations.map(({ botToken }) => botToken).join(",");
  const bot = await startBot(folder, { ...slack.env, SLACK_BOT_TOKEN: tokens });
  slack.connectApp(`${bot.url}${events}`);
  const payloads = await recordPayloads(slack);
  const sender = openSender(bot.url, slack.signingSecret, lanes);
  const statuses = new Map<number, number>();
  const unsound: string[] = [];
  const seen: number[] = [];
  let sent = 0;
  try {
    await Promise.all(
      Array.from({ length: lanes }, (_, lane) => walk(createRandom(effort.seed * lanes + lane))),
    );
    const late = seen.slice(seen.length / 2);
    const stray = Math.max(...late.map((one) => Math.abs(one - median(late)))) / median(late);
    const alive = await fetch(`${bot.url}/readyz`);
    const failed = [...statuses].filter(([status]) => status === 0 || status >= 500);
    return [
      counted("recorded payloads", payloads.length),
      counted("mutated requests", sent, sent === effort.mutations),
      ...[...statuses].sort().map(([status, count]) => counted(`  answered with ${status}`, count)),
      none(
        "answers of 5xx, or none at all",
        failed.map(([status, count]) => `${status}: ${count}`),
      ),
      none("answers and views that Slack would refuse", [
        ...unsound,
        ...slack.complaints.map((complaint) => JSON.stringify(complaint)),
      ]),
      { what: "alive and ready afterwards", found: await alive.text(), holds: alive.ok },
      {
        what: "memory’s stray in the second half, at most ± 10 %",
        found: `± ${(stray * 100).toFixed(1)} % of ${Math.round(median(late))} MB`,
        holds: stray <= mostStray,
      },
      none("surprises in the bot’s log", bot.surprises()),
    ];
  } finally {
    sender.close();
    await bot.stop();
    await slack.close();
  }

  async function walk(random: Random): Promise<void> {
    while (sent < effort.mutations) {
      sent += 1;
      if (sent % Math.floor(effort.mutations / looks) === 0) seen.push(await bot.memory());
      if (random.chance(0.01)) await sendNoise(bot, random);
      else await sendMutation(sender, random);
    }
  }

  async function sendMutation({ send }: Sender, random: Random): Promise<void> {
    const { body, type } = write(mutate(random.pick(payloads), random), random);
    const { status, body: answer } = await send(body, { ...forge(random), ...headersOf(type, random) });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status === 200) unsound.push(...complaintsOf(answer));
  }
}

/** As Slack writes it; now and then with broken bytes, or cut off. */
function write(payload: unknown, random: Random): { body: Buffer; type: string } {
  const isCommand = typeof payload === "object" && payload !== null && "command" in payload;
  const isEvent = typeof payload === "object" && payload !== null && "event" in payload;
  const fields = isCommand
    ? Object.entries(payload).map(([key, value]) => [key, String(value)] as const)
    : [["payload", JSON.stringify(payload)] as const];
  const text = isEvent ? JSON.stringify(payload) : new URLSearchParams(Object.fromEntries(fields)).toString();
  const body = Buffer.from(text);
  if (random.chance(0.05))
    for (let times = 0; times < 3; times += 1) body[random.below(body.length)] = random.below(256);
  return {
    body: random.chance(0.02) ? body.subarray(0, random.below(body.length)) : body,
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

/** Bytes that are no HTTP. */
async function sendNoise(bot: Bot, random: Random): Promise<void> {
  const socket = connect(Number(new URL(bot.url).port), "127.0.0.1").on("error", () => undefined);
  const closed = once(socket, "close");
  const noise = Buffer.from(Array.from({ length: 1 + random.below(500) }, () => random.below(256)));
  const begins = random.pick([
    "",
    "POST /slack/events HTTP/1.1\r\nhost: bot\r\ntransfer-encoding: chunked\r\n\r\n",
  ]);
  socket.resume().end(Buffer.concat([Buffer.from(begins), noise]));
  await closed;
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
