import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "../bench/rounds.ts";
import type { BareSettings } from "../bench/setup.ts";
import { freePort, isListening, startApp } from "../bench/start-app.ts";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import type { ManyWorkspaces } from "./many-workspaces.ts";
import { openManyWorkspaces, people } from "./many-workspaces.ts";
import type { From } from "./payloads.ts";
import { command, nonceOf, submission } from "./payloads.ts";
import type { Sender } from "./sender.ts";
import { openSender } from "./sender.ts";

const mostAboveBareMb = 60;
const mostStray = 0.1;
/** The workspaces' files, and the one that knows them all. */
const mostOpen = 32 + 1;
const looks = 40;

/** Many workspaces on one machine, asked in turn. */
export async function proveScale(effort: Effort, folder: string): Promise<Figure[]> {
  const slack = await openManyWorkspaces(effort.workspaces);
  try {
    const bare = await watchBare(slack, effort, folder);
    const bot = await startBot(folder, slack.env);
    const sender = openSender(bot.url, slack.signingSecret);
    await inTurn(effort.workspaces, async (index) => {
      const from = someone(slack, index);
      await sender.send(
        submission(from, { viewId: `V${index}`, nonce: nonceOf(index), name: `Segment ${index}` }),
      );
    });
    let open = 0;
    const ours = await watch(slack, effort, sender, async () => {
      open = Math.max(open, bot.openDatabases().length);
      return bot.memory();
    });
    sender.close();
    await bot.stop();
    const { after, stray } = ours;
    return [
      counted("workspaces", effort.workspaces),
      counted("commands", effort.commands, ours.answered === effort.commands),
      { what: "bare Bolt, memory after them", found: mb(bare.after), holds: true },
      {
        what: `memory after them, at most bare + ${mostAboveBareMb} MB`,
        found: `${mb(after)}, bare + ${mb(after - bare.after)}`,
        holds: after <= bare.after + mostAboveBareMb,
      },
      {
        what: "memory’s stray in the second half of them, at most ± 10 %",
        found: `± ${(stray * 100).toFixed(1)} %`,
        holds: stray <= mostStray,
      },
      counted(`databases open at once, at most ${mostOpen}`, open, open <= mostOpen),
      none("surprises in the bot’s log", bot.surprises()),
    ];
  } finally {
    await slack.close();
  }
}

async function watchBare(slack: ManyWorkspaces, effort: Effort, folder: string) {
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
  const seen = await watch(slack, effort, sender, app.memory);
  sender.close();
  await app.stop();
  return seen;
}

/** Asks every workspace in turn, and looks at the memory again and again. */
async function watch(
  slack: ManyWorkspaces,
  { commands }: Effort,
  sender: Sender,
  memory: () => Promise<number>,
): Promise<{ after: number; stray: number; answered: number }> {
  const texts = ["help", "list", "list active"];
  const seen: number[] = [];
  let answered = 0;
  await inTurn(commands, async (index) => {
    const text = texts[index % texts.length] ?? "";
    const { status } = await sender.send(command(someone(slack, index), text));
    if (status === 200) answered += 1;
    if (index % Math.floor(commands / looks) === 0) seen.push(await memory());
  });
  const late = seen.slice(seen.length / 2);
  const middle = median(late);
  const stray = Math.max(...late.map((one) => Math.abs(one - middle))) / middle;
  return { after: await memory(), stray, answered };
}

/** Eight at a time. */
async function inTurn(times: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < times) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

let keys = 0;

function someone(slack: ManyWorkspaces, index: number): From {
  keys += 1;
  const key = `k${keys}`;
  const workspace = slack.workspaces[index % slack.workspaces.length];
  if (workspace === undefined) throw new Error("there is no workspace");
  return { workspace, person: people.ana, key, responseUrl: slack.responseUrl(workspace, key) };
}

function mb(value: number): string {
  return `${Math.round(value)} MB`;
}
