import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BareSettings } from "../bench/setup.ts";
import { freePort, isListening, startApp } from "../bench/start-app.ts";
import { createBrowser } from "../support/install-app.ts";
import type { Bot } from "./bot.ts";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import type { ManyWorkspaces } from "./many-workspaces.ts";
import { openManyWorkspaces } from "./many-workspaces.ts";
import { nonceOf, submission } from "./payloads.ts";
import { openSender } from "./sender.ts";
import type { Watched } from "./watch-memory.ts";
import { inTurn, someone, watchMemory } from "./watch-memory.ts";

const mostAboveBareMb = 60;
const mostStray = 0.05;
/** The workspaces' files, and the one that knows them all. */
const mostOpen = 32 + 1;

/** Many workspaces on one machine, asked in turn: with their tokens in the settings, and come through the install page. */
export async function proveScale(effort: Effort, folder: string): Promise<Figure[]> {
  const slack = await openManyWorkspaces(effort.workspaces);
  try {
    const bare = await watchBare(slack, effort, folder);
    const set = await watchBot(slack, effort, { folder: join(folder, "set"), env: slack.env });
    const installed = await watchBot(slack, effort, {
      folder: join(folder, "installed"),
      env: slack.installEnv,
      begin: (bot) => inTurn(effort.workspaces, (index) => install(bot, slack, index)),
    });
    return [
      counted("commands", effort.commands),
      { what: "bare Bolt with Node’s own flags, memory after them", found: mb(bare.after), holds: true },
      counted("workspaces, their tokens in the settings", effort.workspaces),
      ...figuresOf(set, bare),
      counted("workspaces that installed the app, their tokens sealed", effort.workspaces),
      ...figuresOf(installed, bare),
    ];
  } finally {
    await slack.close();
  }
}

interface WatchedBot extends Watched {
  readonly open: number;
  /** What was answered to saves that were not acknowledged, also when they were pressed again. */
  readonly unsaved: readonly string[];
  readonly surprises: readonly string[];
}

function figuresOf({ after, stray, answers, open, unsaved, surprises }: WatchedBot, bare: Watched): Figure[] {
  const above = Math.round(after - bare.after);
  return [
    {
      what: `  memory after the commands, at most bare + ${mostAboveBareMb} MB`,
      found: `${mb(after)}, bare ${above < 0 ? "−" : "+"} ${Math.abs(above)} MB`,
      holds: above <= mostAboveBareMb,
    },
    {
      what: `  memory’s stray in the second half of them, at most ± ${mostStray * 100} %`,
      found: `± ${(stray * 100).toFixed(1)} %`,
      holds: stray <= mostStray,
    },
    counted(`  databases open at once, at most ${mostOpen}`, open, open <= mostOpen),
    none("  profiles that could not be saved before", unsaved),
    none(
      "  answers that do not tell of the workspace’s one profile",
      answers.filter((answer) => !/\b1 (ICP )?profile\b/.test(answer)),
    ),
    none("  surprises in the bot’s log", surprises),
  ];
}

/** Each workspace saves a profile before the commands. */
async function watchBot(
  slack: ManyWorkspaces,
  { workspaces, commands }: Effort,
  {
    folder,
    env,
    begin = async () => undefined,
  }: { folder: string; env: Readonly<Record<string, string>>; begin?: (bot: Bot) => Promise<void> },
): Promise<WatchedBot> {
  await mkdir(folder);
  const bot = await startBot(folder, env);
  await begin(bot);
  const sender = openSender(bot.url, slack.signingSecret);
  const unsaved: string[] = [];
  await inTurn(workspaces, async (index) => {
    const form = { viewId: `V${index}`, nonce: nonceOf(index), name: `Segment ${index}` };
    const save = () => sender.send(submission(someone(slack, index), form));
    const heard = [await save()];
    // As people do.
    if (!isSaved(heard[0])) heard.push(await save());
    if (!heard.some(isSaved))
      unsaved.push(heard.map(({ status, body }) => `${status} ${body}`).join(", then "));
  });
  let open = 0;
  const memory = () => {
    open = Math.max(open, bot.openDatabases().length);
    return bot.memory();
  };
  const watched = await watchMemory(slack, { commands, sender, memory });
  sender.close();
  await bot.stop();
  return { ...watched, open, unsaved, surprises: bot.surprises() };
}

function isSaved(heard: { body: string } | undefined): boolean {
  return heard?.body.includes("Profile saved") ?? false;
}

async function install({ url }: Bot, slack: ManyWorkspaces, index: number): Promise<void> {
  const browser = createBrowser(url);
  const state = new URL(await browser.begin()).searchParams.get("state") ?? "";
  const yes = new URLSearchParams({ code: slack.workspaces[index]?.id ?? "", state });
  const { status } = await browser.open(`${url}/slack/oauth_redirect?${yes}`);
  if (status !== 200) throw new Error(`an install was answered with ${status}`);
}

/** One token serves it for all of them; Bolt keeps a client for each workspace even so. */
async function watchBare(slack: ManyWorkspaces, { commands }: Effort, folder: string): Promise<Watched> {
  const port = await freePort();
  const settings: BareSettings = {
    botToken: slack.env.SLACK_BOT_TOKEN?.split(",")[0] ?? "",
    signingSecret: slack.signingSecret,
    slackApiUrl: slack.env.SLACK_API_URL ?? "",
    port,
    answers: {
      commands: { help: { text: "Help" }, list: { text: "List" }, "list active": { text: "List" } },
    },
  };
  const path = join(folder, "bare.json");
  await writeFile(path, JSON.stringify(settings));
  const bare = fileURLToPath(new URL("../bench/bare-app.mjs", import.meta.url));
  const app = await startApp([bare, path], { port, log: join(folder, "bare.log"), isReady: isListening });
  const sender = openSender(app.url, slack.signingSecret);
  const watched = await watchMemory(slack, { commands, sender, memory: app.memory });
  sender.close();
  await app.stop();
  return watched;
}

function mb(value: number): string {
  return `${Math.round(value)} MB`;
}
