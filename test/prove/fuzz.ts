import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import { withOperator } from "../../src/operate.ts";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { betaInstallation, defaultSeed } from "../../src/sandbox/server/seed.ts";
import { median } from "../bench/rounds.ts";
import { freePort } from "../bench/start-app.ts";
import { createBrowser } from "../support/install-app.ts";
import type { Attack } from "./attack.ts";
import { attackApi, makeTenants } from "./attack-api.ts";
import { attackInstalls } from "./attack-installs.ts";
import { attackSlack } from "./attack-slack.ts";
import type { Bot } from "./bot.ts";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import { homes } from "./forged-installs.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";
import { recordPayloads } from "./record-payloads.ts";
import type { Sender } from "./sender.ts";
import { openSender } from "./sender.ts";

const lanes = 8;
const mostStray = 0.1;
const looks = 40;
const settings = { DEFAULT_PLAN: "business", REQUESTS_PER_SECOND: "1000000" };

/** Mutated requests to every path: of a bot that has its tokens, and of one into whose workspaces people install it. */
export async function proveFuzz(effort: Effort, folder: string): Promise<Figure[]> {
  const installs = Math.floor(effort.mutations / 4);
  return [
    ...(await fuzzTokens({ ...effort, mutations: effort.mutations - installs }, join(folder, "tokens"))),
    ...(await fuzzInstalls({ ...effort, mutations: installs }, join(folder, "installs"))),
  ];
}

async function fuzzTokens(effort: Effort, folder: string): Promise<Figure[]> {
  const seed = defaultSeed();
  seed.app.installations.push(betaInstallation);
  const slack = await createSlack({ seed });
  const tokens = seed.app.installations.map(({ botToken }) => botToken).join(",");
  const env = { ...slack.env, SLACK_BOT_TOKEN: tokens };
  return fuzz(effort, { what: "mutated requests, tokens in the settings", slack, folder, env });
}

async function fuzzInstalls(effort: Effort, folder: string): Promise<Figure[]> {
  const slack = await createSlack({ seed: installSeed() });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  slack.allowRedirect(`${url}/slack/oauth_redirect`);
  const own = { SLACK_STATE_SECRET: "state-secret-of-proofs", PUBLIC_URL: url, PORT: String(port) };
  return fuzz(effort, {
    what: "mutated requests, installed by people",
    slack,
    folder,
    env: { ...slack.installEnv, ...own },
    async begin() {
      for (const { home, person } of homes) await createBrowser(url).install(home, person);
    },
    more: (sender) => [attackInstalls(sender, url)],
  });
}

interface House {
  readonly what: string;
  readonly slack: Slack;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  begin?(): Promise<void>;
  more?(sender: Sender): readonly Attack[];
}

async function fuzz(
  { mutations, seed }: Effort,
  { what, slack, folder, env, begin, more = () => [] }: House,
): Promise<Figure[]> {
  await mkdir(folder);
  const bot = await startBot(folder, env);
  await begin?.();
  slack.connectApp(`${bot.url}/slack/events`);
  const payloads = await recordPayloads(slack);
  const config = readConfig({ ...env, ...settings, DATA_DIR: join(folder, "data") });
  if (config.kind !== "config") throw new Error(config.problems.join("\n"));
  const tenants = await withOperator(config.config, (usecases) => makeTenants(usecases, mutations / 2));
  const sender = openSender(bot.url, slack.signingSecret, lanes);
  const [onSlack, onApi] = [attackSlack(sender, payloads), attackApi(sender, tenants)];
  const attacks = [onSlack, onSlack, onApi, ...more(sender)];
  const statuses = new Map<string, number>();
  const failed: string[] = [];
  const unsound: string[] = [];
  const seen: number[] = [];
  let sent = 0;
  try {
    await Promise.all(Array.from({ length: lanes }, (_, lane) => walk(createRandom(seed * lanes + lane))));
    const late = seen.slice(seen.length / 2);
    const stray = Math.max(...late.map((one) => Math.abs(one - median(late)))) / median(late);
    const alive = await fetch(`${bot.url}/readyz`);
    return [
      counted(what, sent, sent === mutations),
      counted("  recorded payloads", payloads.length),
      ...[...statuses].sort().map(([answered, count]) => counted(`  ${answered}`, count)),
      pastTheKey(statuses),
      none("  answers of 5xx, or none at all", failed),
      none("  answers that are not as they should be, and views that Slack would refuse", [
        ...unsound,
        ...slack.complaints.map((complaint) => JSON.stringify(complaint)),
      ]),
      { what: "  alive and ready afterwards", found: await alive.text(), holds: alive.ok },
      {
        what: "  memory’s stray in the second half, at most ± 10 %",
        found: `± ${(stray * 100).toFixed(1)} % of ${Math.round(median(late))} MB`,
        holds: stray <= mostStray,
      },
      none("  surprises in the bot’s log", bot.surprises()),
    ];
  } finally {
    sender.close();
    await bot.stop();
    await slack.close();
  }

  async function walk(random: Random): Promise<void> {
    while (sent < mutations) {
      sent += 1;
      if (sent % Math.floor(mutations / looks) === 0) seen.push(await bot.memory());
      if (random.chance(0.01)) await sendNoise(bot, random);
      else await attack(random);
    }
  }

  async function attack(random: Random): Promise<void> {
    const { door, status, unsound: wrong = [] } = await random.pick(attacks)(random);
    const answered = `${door} answered with ${status}`;
    statuses.set(answered, (statuses.get(answered) ?? 0) + 1);
    if (status === 0 || status >= 500) failed.push(answered);
    unsound.push(...wrong);
  }
}

/** Were most of them stopped at the door, they would show little of what is behind it. */
function pastTheKey(statuses: ReadonlyMap<string, number>): Figure {
  const ofApi = [...statuses].filter(([answered]) => answered.startsWith("the API"));
  const count = (some: typeof ofApi) => some.reduce((total, [, times]) => total + times, 0);
  const past = count(ofApi.filter(([answered]) => !/ (401|429)$/.test(answered)));
  return counted("  of the API’s past its key and the plan’s limits", past, past > count(ofApi) / 2);
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
