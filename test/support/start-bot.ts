import { expect, onTestFinished } from "vitest";
import type { RunningApp } from "../../src/app.ts";
import { startApp } from "../../src/app.ts";
import { readConfig, secretsIn } from "../../src/config.ts";
import { Fault, StartProblem } from "../../src/errors.ts";
import { createLog } from "../../src/log.ts";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { defaultSeed } from "../../src/sandbox/server/seed.ts";
import { leaksIn, leaksInExchanges, ownSecrets } from "./find-leaks.ts";
import type { Environment, Process } from "./start-process.ts";
import { startProcess } from "./start-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { freePort } from "./tenancy-of.ts";

export interface Bot extends Process {
  /** `http://127.0.0.1:port` */
  readonly url: string;
}

export interface BotHere extends RunningApp {
  readonly url: string;
  /** What it wrote into its log, a line each. */
  readonly logged: readonly string[];
  /** Waits until this stands in its log. */
  logs(text: string): Promise<void>;
}

/**
 * A Slack that is gone after the test, and the settings of a bot for it, over HTTP and in Socket Mode, with a data
 * folder of its own. Afterwards no secret may stand in anything that the bot said to it.
 */
export async function openSlack(): Promise<{ slack: Slack; env: Environment; socketEnv: Environment }> {
  const slack = await open();
  const own = { HOST: "127.0.0.1", PORT: "0", DATA_DIR: temporaryFolder() };
  return { slack, env: { ...slack.env, ...own }, socketEnv: { ...slack.socketEnv, ...own } };
}

/** The same for a bot that people install, over HTTP. */
export async function openInstallSlack(how?: Parameters<typeof installSeed>[0]) {
  const slack = await open(installSeed(how));
  const port = await freePort();
  const env = {
    ...slack.installEnv,
    SLACK_STATE_SECRET: ownSecrets.stateSecret,
    // Known before the bot listens, as its own address is one of its settings.
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HOST: "127.0.0.1",
    PORT: String(port),
    DATA_DIR: temporaryFolder(),
  };
  slack.allowRedirect(`${env.PUBLIC_URL}/slack/oauth_redirect`);
  return { slack, env };
}

async function open(seed = defaultSeed()): Promise<Slack> {
  const slack = await createSlack({ seed });
  onTestFinished(async () => {
    await slack.close();
    expect(slack.complaints).toEqual([]);
    expect(leaksInExchanges(slack.exchanges)).toEqual([]);
  });
  return slack;
}

/** Starts the bot as a process, waits until it listens, and tells Slack where if it is to send over HTTP. */
export async function startBot(slack: Slack, env: Environment): Promise<Bot> {
  const bot = startProcess(["start.mjs"], { env });
  const { port } = await bot.logs("listening on port");
  const url = `http://127.0.0.1:${port}`;
  if (env.SLACK_APP_TOKEN === undefined) slack.connectApp(`${url}/slack/events`);
  return Object.assign(bot, { url });
}

/** The same, waiting until the bot knows its workspace. */
export async function startReadyBot(slack: Slack, env: Environment): Promise<Bot> {
  const bot = await startBot(slack, env);
  await bot.logs("serving Acme");
  return bot;
}

/**
 * The bot in this process, where a process of its own is not the point: it has stopped after the test, and has written no
 * secret. Rejects with what `run` tells whoever started it.
 */
export async function startBotHere(slack: Slack, env: Environment): Promise<BotHere> {
  const reading = readConfig(env);
  if (reading.kind === "problems") throw new StartProblem(reading.problems.join("\n"));
  const { config } = reading;
  if (config.slack.kind === "none") throw new Error("Nothing of Slack is set.");
  const logged: string[] = [];
  onTestFinished(() => expect(leaksIn("the log", logged.join(""))).toEqual([]));
  const to = { write: (line: string) => void logged.push(line) };
  const log = createLog({ level: config.logLevel, secrets: secretsIn(config), to });
  const app = await startApp({ ...config, slack: config.slack }, { log });
  onTestFinished(() => app.stop());
  const url = `http://127.0.0.1:${app.port}`;
  if (config.slack.kind === "http") slack.connectApp(`${url}/slack/events`);
  const logs = (text: string) => expect.poll(() => logged.join(""), { timeout: 30_000 }).toContain(text);
  return { ...app, url, logged, logs };
}

/** The same, waiting until the bot knows its workspace. */
export async function startReadyBotHere(slack: Slack, env: Environment): Promise<BotHere> {
  const bot = await startBotHere(slack, env);
  await bot.identified;
  return bot;
}

/** The words in which it is told why the bot does not start, or does not go on: see `run`. */
export async function refusal(starting: Promise<unknown>): Promise<string> {
  const thrown = await starting.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (thrown instanceof StartProblem || thrown instanceof Fault) return thrown.message.trimEnd();
  throw new Error("It is not refused in words.", { cause: thrown });
}
