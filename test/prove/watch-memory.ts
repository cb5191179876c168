import { median } from "../bench/rounds.ts";
import type { ManyWorkspaces } from "./many-workspaces.ts";
import { people } from "./many-workspaces.ts";
import type { From } from "./payloads.ts";
import { command } from "./payloads.ts";
import type { Sender } from "./sender.ts";

export interface Watched {
  /** MB, after the last command. */
  readonly after: number;
  /** By how much of its median it strays in the second half of the commands. */
  readonly stray: number;
  /** What each command was answered. */
  readonly answers: readonly string[];
}

const looks = 40;
const texts = ["help", "list", "list active"];

/** Asks every workspace in turn, and looks at the memory again and again. */
export async function watchMemory(
  slack: ManyWorkspaces,
  { commands, sender, memory }: { commands: number; sender: Sender; memory: () => Promise<number> },
): Promise<Watched> {
  const seen: number[] = [];
  const answers: string[] = [];
  await inTurn(commands, async (index) => {
    const { body } = await sender.send(command(someone(slack, index), texts[index % texts.length] ?? ""));
    answers.push(body);
    if (index % Math.floor(commands / looks) === 0) seen.push(await memory());
  });
  const late = seen.slice(seen.length / 2);
  const middle = median(late);
  const stray = Math.max(...late.map((one) => Math.abs(one - middle))) / middle;
  return { after: await memory(), stray, answers };
}

/** Eight at a time. */
export async function inTurn(times: number, work: (index: number) => Promise<void>): Promise<void> {
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

/** Ana, in one workspace after the other. */
export function someone(slack: ManyWorkspaces, index: number): From {
  keys += 1;
  const key = `k${keys}`;
  const workspace = slack.workspaces[index % slack.workspaces.length];
  if (workspace === undefined) throw new Error("there is no workspace");
  return { workspace, person: people.ana, key, responseUrl: slack.responseUrl(workspace, key) };
}
