import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import type { Door } from "./door.ts";
import { openDoor } from "./door.ts";
import { commandForm, menus, submissionForm, suggestionForm } from "./forms.ts";
import type { BareAnswers, Setup, Size } from "./setup.ts";
import { sizes } from "./setup.ts";

/** A command that both apps are asked, and how many profiles the bot's workspace has. */
export interface Asked {
  readonly text: string;
  readonly size: Size;
}

/** Both apps, running: the bot once for each size of workspace. */
export interface Doors {
  readonly bare: Door;
  ours(size: Size): Door;
  close(): Promise<void>;
}

/** The bare app is given the bot's own answers to `commands` and to everything else that is measured. */
export async function openDoors(
  { slack, startOurs, startBare }: Setup,
  commands: readonly Asked[],
): Promise<Doors> {
  const open: { size: Size | "bare"; door: Door; stop(): Promise<void> }[] = [];
  for (const size of sizes) await start(size, startOurs(size));
  await start("bare", startBare(await recordAnswers()));
  return {
    bare: doorOf("bare"),
    ours: doorOf,
    async close() {
      for (const { door, stop } of open) {
        door.close();
        await stop();
      }
    },
  };

  async function start(size: Size | "bare", starting: ReturnType<typeof startOurs>): Promise<void> {
    const { url, stop } = await starting;
    open.push({ size, door: openDoor(url, slack.signingSecret), stop });
  }

  function doorOf(size: Size | "bare"): Door {
    const found = open.find((one) => one.size === size);
    if (found === undefined) throw new Error(`Nothing was started for ${size}.`);
    return found.door;
  }

  async function recordAnswers(): Promise<BareAnswers> {
    const answers = await Promise.all(
      commands.map(
        async (asked) =>
          [bareText(asked), await answerOf(doorOf(asked.size), commandForm(asked.text))] as const,
      ),
    );
    return {
      commands: Object.fromEntries(answers),
      opens: await openedBy(slack, doorOf(1000).url),
      options: await answerOf(doorOf(10_000), suggestionForm(menus.field, "falcon")),
      submitted: await answerOf(doorOf(1000), submissionForm()),
    };
  }
}

/** What the bare app is asked instead, since it knows no workspaces. */
export function bareText({ text, size }: Asked): string {
  return `${text} of ${size}`;
}

async function answerOf(door: Door, form: Readonly<Record<string, string>>): Promise<object> {
  return JSON.parse((await door.send(form)).body);
}

/** The view that the bot opens for Ana. */
async function openedBy(slack: Slack, url: string): Promise<object> {
  slack.connectApp(url);
  const ana = slack.person("ana");
  await ana.types("/icp new");
  await ana.closes();
  const { payload } = slack.exchanges.findLast(({ kind }) => kind === "views.open") ?? {};
  return Object(payload).view;
}
