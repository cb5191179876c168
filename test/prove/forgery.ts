import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import { openManyWorkspaces, people } from "./many-workspaces.ts";
import type { From } from "./payloads.ts";
import { command, interaction, nonceOf, press, submission } from "./payloads.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";
import type { Forged } from "./sender.ts";
import { openSender } from "./sender.ts";

interface Attempt {
  readonly body: string;
  readonly forged?: Forged;
}

/** One way to forge a request, and what it has to be answered with. */
interface Forgery {
  readonly what: string;
  readonly wanted: number | RegExp;
  make(from: From, random: Random): Attempt;
}

const hex = (random: Random, length: number) =>
  Array.from({ length }, () => random.below(16).toString(16)).join("");
const badIds = [
  "../../etc/x",
  "T0TEAM0001/../x",
  "t0team0001",
  "T".repeat(5000),
  "__proto__",
  "T0\u0000",
  "C:\\x",
  "",
];
const draft = (number: number) => ({ viewId: `V${number}`, nonce: nonceOf(number), name: "Forged" });
const text = (from: From) => command(from, "list");

const forgeries: readonly Forgery[] = [
  {
    what: "a wrong signature",
    wanted: 401,
    make: (from, random) => ({ body: text(from), forged: signed(`v0=${hex(random, 64)}`) }),
  },
  {
    what: "an empty, short, long or other signature",
    wanted: 401,
    make: (from, random) => ({
      body: text(from),
      forged: signed(
        random.pick(["", "v0=", `v0=${hex(random, 63)}`, `v1=${hex(random, 64)}`, hex(random, 5000)]),
      ),
    }),
  },
  {
    what: "an old request",
    wanted: 401,
    make: (from, { below }) => ({ body: text(from), forged: { at: now() - 302 - below(1e6) } }),
  },
  {
    what: "a request from the future",
    wanted: 401,
    make: (from, { below }) => ({ body: text(from), forged: { at: now() + 302 + below(1e6) } }),
  },
  {
    what: "a time that is none",
    wanted: 401,
    make: (from, random) => ({
      body: text(from),
      forged: {
        headers: {
          "x-slack-request-timestamp": random.pick(["", "NaN", "1e9", "-1", "0x5f", "9".repeat(400)]),
        },
      },
    }),
  },
  {
    what: "a signature or time given twice",
    wanted: 401,
    make: (from, random) => ({
      body: text(from),
      forged: {
        headers: { [random.pick(["x-slack-signature", "x-slack-request-timestamp"])]: ["v0=1", "v0=2"] },
      },
    }),
  },
  {
    what: "another method or path",
    wanted: 404,
    make: (from, random) => ({
      body: text(from),
      forged: random.pick<Forged>([
        { method: "PUT" },
        { method: "DELETE" },
        { path: "/slack/events/../events" },
        { path: "//slack/events" },
        { path: "/slack/%65vents" },
      ]),
    }),
  },
  { what: "a body over 2 MB", wanted: 413, make: (from) => ({ body: command(from, "x".repeat(2.2e6)) }) },
  {
    what: "a body nested deeper than any",
    wanted: 400,
    make: (_from, { below }) => ({
      body: "[".repeat(50_000 + below(500_000)),
      forged: { headers: { "content-type": "application/json" } },
    }),
  },
  {
    what: "a workspace id that is a path, or none",
    wanted: /Not ready yet|has just started|^$/,
    make: (from, random) => {
      const id = random.pick(badIds);
      const elsewhere = { ...from, workspace: { ...from.workspace, id } };
      return {
        body: random.chance(0.5) ? command(elsewhere, "list") : press(elsewhere, button(randomUUID())),
      };
    },
  },
  {
    what: "a form with forged metadata",
    wanted: /not one that this app made/,
    make: (from, random) => {
      const nonce = random.pick(["", "../../x", "__proto__", "x".repeat(3000)]);
      return { body: submission(from, { ...draft(1), nonce }) };
    },
  },
  {
    what: "an unknown form",
    wanted: /older version of the app/,
    make: (from, random) => {
      const callback_id = random.pick(["", "constructor", "old-form", "profile-form2"]);
      return {
        body: interaction(from, {
          type: "view_submission",
          view: { id: "V1", callback_id, state: { values: {} } },
        }),
      };
    },
  },
  {
    what: "a menu that nobody drew",
    wanted: /"options":\[\{/,
    make: (from, random) => {
      const block_id = random.pick(["planets", "__proto__", "constructor", ""]);
      return {
        body: interaction(from, { type: "block_suggestion", action_id: "value", block_id, value: "x" }),
      };
    },
  },
  {
    what: "keys that would change every object",
    wanted: /A name is needed|not one that this app made/,
    make: (from, random) => {
      const key = random.pick(["__proto__", "constructor", "prototype"]);
      const body = submission(from, draft(1)).replace("values%22%3A%7B%22name", `values%22%3A%7B%22${key}`);
      return { body };
    },
  },
  {
    what: "a person of another organization with a valid payload",
    wanted: /belong to w\d{4}x/,
    make: (from) => {
      const { payload } = Object.fromEntries(new URLSearchParams(submission(from, draft(2))));
      const given = JSON.parse(payload ?? "");
      const user = { ...given.user, id: "W0EVE", team_id: "T0ELSEWHERE" };
      return { body: new URLSearchParams({ payload: JSON.stringify({ ...given, user }) }).toString() };
    },
  },
];

/** Each kind of forgery many times over; afterwards nothing has been saved anywhere, and no file is where none belongs. */
export async function proveForgery(effort: Effort, folder: string): Promise<Figure[]> {
  const slack = await openManyWorkspaces(20);
  const bot = await startBot(folder, slack.env);
  const sender = openSender(bot.url, slack.signingSecret);
  const random = createRandom(effort.seed);
  const wrong: string[] = [];
  let keys = 0;
  try {
    const figures: Figure[] = [];
    for (const forgery of forgeries) {
      for (let times = 0; times < effort.forgeries; times += 1) await attempt(forgery);
      figures.push(counted(forgery.what, effort.forgeries));
    }
    figures.push(...(await repeat()));
    return [
      ...figures,
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

  async function attempt({ what, wanted, make }: Forgery): Promise<void> {
    const { body, forged } = make(someone(), random);
    const heard = await sender.send(body, forged);
    // Of an oversized body not all is read, which may break the connection before the answer is read.
    const isRight =
      typeof wanted === "number"
        ? heard.status === wanted || (wanted === 413 && heard.status === 0)
        : wanted.test(heard.body);
    if (!isRight) wrong.push(`${what}: ${heard.status} ${heard.body}`);
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
    const at = now();
    const sent = Array.from({ length: effort.forgeries }, () => sender.send(body, { at }));
    const answered = (await Promise.all(sent)).filter(({ status }) => status === 200).length;
    await heard;
    return [
      counted("repeats of one signed request that were answered", answered, answered === effort.forgeries),
      counted("  of them that did something", done, done === 1),
    ];
  }

  function someone(): From {
    keys += 1;
    const key = `k${keys}`;
    const workspace = random.pick(slack.workspaces);
    return { workspace, person: people.ana, key, responseUrl: slack.responseUrl(workspace, key) };
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

function signed(signature: string): Forged {
  return { headers: { "x-slack-signature": signature } };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

function button(value: string) {
  return { action_id: "profile-pause", value };
}
