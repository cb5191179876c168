import { openDoor } from "./door.ts";
import { commandForm } from "./forms.ts";
import type { Effort } from "./rounds.ts";
import { median } from "./rounds.ts";
import type { Row } from "./row.ts";
import type { Setup } from "./setup.ts";
import type { App } from "./start-app.ts";

/** Resident memory in MB: as started, and looked at again and again while commands arrive. */
interface Memory {
  readonly idle: number;
  readonly after: number;
  /** By how much of its median it strays in the second half of the commands. */
  readonly stray: number;
}

const mostAboveBare = 40;
const mostStray = 0.1;
const looks = 40;
const asked = ["help", "list", "list page 500", "list active"] as const;

/** Both apps started anew and alone, in a workspace of 10,000 profiles. */
export async function measureMemory(
  { slack, startOurs, startBare }: Setup,
  { commands }: Effort,
): Promise<Row[]> {
  const answers = await withApp(startOurs(10_000), async ({ url }) => {
    const door = openDoor(url, slack.signingSecret);
    const found: [string, object][] = [];
    for (const text of asked) found.push([text, JSON.parse((await door.send(commandForm(text))).body)]);
    door.close();
    return { commands: Object.fromEntries(found) };
  });
  const bare = await withApp(startBare(answers), watch);
  const ours = await withApp(startOurs(10_000), watch);
  return [
    memoryRow("memory, idle", bare.idle, ours.idle),
    memoryRow(`memory, after ${commands.toLocaleString("en")} commands`, bare.after, ours.after),
    {
      what: "memory’s stray over the second half of them",
      bare: percent(bare.stray),
      ours: percent(ours.stray),
      ratio: "",
      target: `≤ ± ${percent(mostStray)}`,
      isMet: ours.stray <= mostStray,
    },
  ];

  async function watch({ url, memory }: App): Promise<Memory> {
    const idle = await memory();
    const door = openDoor(url, slack.signingSecret);
    const seen: number[] = [];
    for (let sent = 0; sent < commands; sent += 1) {
      await door.send(commandForm(asked[sent % asked.length] ?? ""));
      if (sent % (commands / looks) === 0) seen.push(await memory());
    }
    door.close();
    const late = seen.slice(looks / 2);
    const middle = median(late);
    const stray = Math.max(...late.map((one) => Math.abs(one - middle))) / middle;
    return { idle, after: await memory(), stray };
  }
}

async function withApp<Answer>(starting: Promise<App>, work: (app: App) => Promise<Answer>): Promise<Answer> {
  const app = await starting;
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
}

function memoryRow(what: string, bare: number, ours: number): Row {
  return {
    what,
    bare: mb(bare),
    ours: mb(ours),
    ratio: `+ ${mb(ours - bare)}`,
    target: `≤ bare + ${mb(mostAboveBare)}`,
    isMet: ours <= bare + mostAboveBare,
  };
}

function mb(value: number): string {
  return `${Math.round(value)} MB`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
