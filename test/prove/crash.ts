import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Bot } from "./bot.ts";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import type { Workspace } from "./many-workspaces.ts";
import { openManyWorkspaces, people } from "./many-workspaces.ts";
import type { From } from "./payloads.ts";
import { submission } from "./payloads.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";
import { openSender } from "./sender.ts";

const workspaces = 60;
const savers = 6;
/** The longest that a bot lives under load, in ms. */
const longestLife = 250;

/** A form that somebody submitted. */
interface Form {
  readonly workspace: Workspace;
  readonly viewId: string;
  readonly nonce: string;
  readonly name: string;
  isAcked: boolean;
}

/** The bot is killed at random moments while people save; whose form got no answer submits it again afterwards. */
export async function proveCrashes(effort: Effort, folder: string): Promise<Figure[]> {
  const slack = await openManyWorkspaces(workspaces);
  const random = createRandom(effort.seed);
  const forms: Form[] = [];
  const refused: string[] = [];
  const killedAmid: number[] = [];
  try {
    for (let kill = 0; kill < effort.kills; kill += 1) {
      const bot = await startBot(folder, slack.env);
      const unanswered = forms.filter(({ isAcked }) => !isAcked);
      await Promise.all(unanswered.map((form) => withSender(bot, (send) => submit(send, form))));
      killedAmid.push(await saveUntilKilled(bot, random));
    }
    const bot = await startBot(folder, slack.env);
    const unanswered = forms.filter(({ isAcked }) => !isAcked);
    await Promise.all(unanswered.map((form) => withSender(bot, (send) => submit(send, form))));
    await bot.stop();
    return [
      counted("kills −9 under load", effort.kills),
      counted("  of them with forms on their way", killedAmid.filter((count) => count > 0).length),
      counted("profiles acknowledged", forms.filter(({ isAcked }) => isAcked).length),
      ...examine(join(folder, "data"), forms),
      none("forms that were refused", refused),
      none("surprises in the bot’s log", bot.surprises()),
    ];
  } finally {
    await slack.close();
  }

  async function saveUntilKilled(bot: Bot, { below, pick }: Random): Promise<number> {
    let isKilled = false;
    let onTheirWay = 0;
    const life = 20 + below(longestLife);
    const killed = new Promise<number>((resolve) => {
      setTimeout(() => {
        isKilled = true;
        const left = onTheirWay;
        void bot.kill().then(() => resolve(left));
      }, life);
    });
    await Promise.all(
      Array.from({ length: savers }, () =>
        withSender(bot, async (send) => {
          while (!isKilled) {
            const number = forms.length;
            const name = `Segment ${number}`;
            const workspace = pick(slack.workspaces);
            const form = { workspace, viewId: `V${number}`, nonce: randomUUID(), name, isAcked: false };
            forms.push(form);
            onTheirWay += 1;
            await submit(send, form);
            onTheirWay -= 1;
          }
        }),
      ),
    );
    return killed;
  }

  async function submit(send: ReturnType<typeof openSender>["send"], form: Form): Promise<void> {
    const key = randomUUID();
    const { workspace } = form;
    const from: From = { workspace, person: people.ana, key, responseUrl: slack.responseUrl(workspace, key) };
    const { status, body } = await send(submission(from, form));
    if (body.includes("Profile saved")) form.isAcked = true;
    else if (status !== 0) refused.push(`${status} ${body}`);
  }

  async function withSender(
    bot: Bot,
    work: (send: ReturnType<typeof openSender>["send"]) => Promise<void>,
  ): Promise<void> {
    const sender = openSender(bot.url, slack.signingSecret, 1);
    await work(sender.send);
    sender.close();
  }
}

/** Looks into the files themselves. */
function examine(data: string, forms: readonly Form[]): Figure[] {
  const found = new Map<string, number>();
  const damaged: string[] = [];
  for (const file of readdirSync(join(data, "workspaces")).filter((name) => name.endsWith(".sqlite"))) {
    const db = new Database(join(data, "workspaces", file), { readonly: true });
    const check = db.pragma("integrity_check", { simple: true });
    if (check !== "ok") damaged.push(`${file}: ${check}`);
    for (const { name } of db.prepare<[], { name: string }>("select name from profiles").all()) {
      const key = `${file} ${name}`;
      found.set(key, (found.get(key) ?? 0) + 1);
    }
    db.close();
  }
  const countOf = ({ workspace, name }: Form) => found.get(`${workspace.id}.sqlite ${name}`) ?? 0;
  const told = (some: readonly Form[]) => some.map(({ workspace, name }) => `${workspace.id} ${name}`);
  return [
    counted(
      "profiles found in the files",
      [...found.values()].reduce((total, count) => total + count, 0),
    ),
    none("acknowledged and lost", told(forms.filter((form) => form.isAcked && countOf(form) === 0))),
    none("saved twice", told(forms.filter((form) => countOf(form) > 1))),
    none("files that fail PRAGMA integrity_check", damaged),
  ];
}
