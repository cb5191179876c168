import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import { proveForgedInstalls } from "./forged-installs.ts";
import type { Forgery } from "./forgeries.ts";
import { forgeries } from "./forgeries.ts";
import { mayWrite, openManyWorkspaces, people } from "./many-workspaces.ts";
import type { From } from "./payloads.ts";
import { command, press } from "./payloads.ts";
import { createRandom } from "./random.ts";
import { openSender } from "./sender.ts";
import { hideRequests, holdOn } from "./strange-clients.ts";

/** Each kind of forgery many times over; afterwards nothing has been saved anywhere, and no file is where none belongs. */
export async function proveForgery(effort: Effort, folder: string): Promise<Figure[]> {
  const slack = await openManyWorkspaces(20);
  const bot = await startBot(folder, slack.env);
  const sender = openSender(bot.url, slack.signingSecret);
  const random = createRandom(effort.seed);
  const wrong: string[] = [];
  let keys = 0;
  try {
    // They take half a minute, beside everything else.
    const held = holdOn(bot.url, effort.forgeries);
    const figures: Figure[] = [];
    for (const forgery of forgeries) {
      for (let times = 0; times < effort.forgeries; times += 1) await attempt(forgery);
      figures.push(counted(forgery.what, effort.forgeries));
    }
    return [
      ...figures,
      await hideRequests(bot.url, effort.forgeries),
      ...(await repeat()),
      ...(await proveForgedInstalls(effort, join(folder, "installs"))),
      ...(await held.hungUp()),
      none("forgeries that were answered otherwise than they should be", wrong),
      none("files that belong to no workspace", strangeFiles()),
      none("things that were saved", await savedSomewhere()),
      none("surprises in the bot’s log", bot.surprises()),
    ];
  } finally {
    sender.close();
    await bot.stop();
    await slack.close();
  }

  async function attempt({ what, by, wanted, said, make }: Forgery): Promise<void> {
    const from = someone(by);
    const { body, forged } = make(from, random);
    const follows = said === undefined ? undefined : slack.heard(from.key).catch(String);
    const heard = await sender.send(body, forged);
    // Of what is oversized not all is read, which may break the connection before the answer is read.
    const isOversized = wanted === 413 || wanted === 431;
    const isRight =
      typeof wanted === "number"
        ? heard.status === wanted || (isOversized && heard.status === 0)
        : wanted.test(heard.body);
    if (!isRight) wrong.push(`${what}: ${heard.status} ${heard.body}`);
    const text = (await follows) ?? "";
    if (said?.test(text) === false) wrong.push(`${what}: ${text}`);
  }

  /** The same signed request again and again, at once: it is answered each time, and done once. */
  async function repeat(): Promise<Figure[]> {
    const from = someone();
    const heard = slack.heard(from.key);
    let done = 0;
    slack.onSaid(({ id }) => {
      if (id === from.workspace.id) done += 1;
    });
    const body = press(from, { action_id: "run:list", value: "list" });
    const at = Math.floor(Date.now() / 1000);
    const sent = Array.from({ length: effort.forgeries }, () => sender.send(body, { at }));
    const answered = (await Promise.all(sent)).filter(({ status }) => status === 200).length;
    await heard;
    return [
      counted("repeats of one signed request that were answered", answered, answered === effort.forgeries),
      counted("  of them that did something", done, done === 1),
    ];
  }

  function someone(by?: "guest"): From {
    keys += 1;
    const key = `k${keys}`;
    const person = by === "guest" ? people.ben : people.ana;
    const workspace = random.pick(
      slack.workspaces.filter((one) => mayWrite(one, person) === (by !== "guest")),
    );
    return { workspace, person, key, responseUrl: slack.responseUrl(workspace, key) };
  }

  function strangeFiles(): string[] {
    const files = join(folder, "data", "workspaces");
    if (!existsSync(files)) return [];
    return readdirSync(files).filter((name) => !/^T0TEAM\d{4}\.sqlite(-wal|-shm)?$/.test(name));
  }

  async function savedSomewhere(): Promise<string[]> {
    const found: string[] = [];
    for (const workspace of slack.workspaces) {
      const { body } = await sender.send(command({ ...someone(), workspace }, "list"));
      if (!body.includes("No ICP profiles yet")) found.push(`${workspace.id}: ${body}`);
    }
    return found;
  }
}
