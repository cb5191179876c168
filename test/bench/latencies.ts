import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { nameOf } from "./fill-folder.ts";
import { commandForm, menus, submissionForm, suggestionForm } from "./forms.ts";
import type { Asked, Doors } from "./open-doors.ts";
import { bareText, openDoors } from "./open-doors.ts";
import type { Effort, Try } from "./rounds.ts";
import { inTurn, quantile } from "./rounds.ts";
import type { Row } from "./row.ts";
import { limitRow, ratioRow } from "./row.ts";
import type { Setup } from "./setup.ts";

const commands: readonly (Asked & { what: string; most: number })[] = [
  { what: "`/icp help`", size: 1000, text: "help", most: 1.15 },
  { what: "`/icp list`, 10 profiles", size: 10, text: "list", most: 1.5 },
  { what: "`/icp list`, 1,000 profiles", size: 1000, text: "list", most: 1.5 },
  { what: "`/icp list`, 10,000 profiles", size: 10_000, text: "list", most: 1.5 },
  { what: "`/icp list page 1000`, 10,000 profiles", size: 10_000, text: "list page 1000", most: 1.5 },
  // The farthest from both ends.
  { what: "`/icp list page 500`, 10,000 profiles", size: 10_000, text: "list page 500", most: 1.5 },
];

const typeAheads = [
  { what: "type-ahead, 20,000 words of the workspace’s own", menu: menus.field },
  { what: "Find a profile, 10,000 names", menu: menus.find },
] as const;

/** A first letter, starts of words, a whole name, typing errors, and what nothing matches. */
const typed = ["", "c", "ca", "falcon", nameOf(4711), "quarz lend", "harbor", "zzyzx", "ow", "lumen cl"];

/** From a request to its answer, one request at a time. */
export async function measureLatencies(setup: Setup, effort: Effort): Promise<Row[]> {
  const doors = await openDoors(setup, commands);
  try {
    return [
      ...(await measureCommands(doors, effort)),
      await measureForm(setup.slack, doors, effort),
      ...(await measureTypeAheads(doors, effort)),
      await measureSubmissions(doors, effort),
    ];
  } finally {
    await doors.close();
  }
}

async function measureCommands({ bare, ours }: Doors, effort: Effort): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { what, most, ...asked } of commands) {
    const measured = await inTurn(
      {
        bare: async () => (await bare.send(commandForm(bareText(asked)))).ms,
        ours: async () => (await ours(asked.size).send(commandForm(asked.text))).ms,
      },
      effort,
    );
    rows.push(ratioRow(what, measured, most));
  }
  return rows;
}

/** From the command until `views.open` is at Slack, which holds it for the moment of looking at the clock. */
async function measureForm(slack: Slack, { bare, ours }: Doors, effort: Effort): Promise<Row> {
  const ana = slack.person("ana");
  const opening =
    (url: string): Try =>
    async () => {
      slack.connectApp(url);
      const { arrived, release } = slack.hold("views.open");
      const began = performance.now();
      const answered = ana.types("/icp new");
      await arrived;
      const ms = performance.now() - began;
      release();
      await answered;
      await ana.sees("New ICP profile");
      await ana.closes();
      return ms;
    };
  const measured = await inTurn({ bare: opening(bare.url), ours: opening(ours(1000).url) }, effort);
  return ratioRow("`/icp new`, until views.open is at Slack", measured, 1.3);
}

async function measureTypeAheads({ bare, ours }: Doors, effort: Effort): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { what, menu } of typeAheads) {
    let asked = 0;
    const next = () => suggestionForm(menu, typed[asked++ % typed.length] ?? "");
    const measured = await inTurn(
      {
        bare: async () => (await bare.send(next())).ms,
        ours: async () => (await ours(10_000).send(next())).ms,
      },
      effort,
    );
    rows.push(
      limitRow(`${what}, p50`, { bare: measured.bare, ours: measured.ours }, 10),
      limitRow(`${what}, p99`, { bare: undefined, ours: quantile(measured.all.ours, 0.99) }, 10),
    );
  }
  return rows;
}

async function measureSubmissions({ bare, ours }: Doors, effort: Effort): Promise<Row> {
  const measured = await inTurn(
    {
      bare: async () => (await bare.send(submissionForm())).ms,
      ours: async () => (await ours(1000).send(submissionForm())).ms,
    },
    // A day of the largest plan has 1,000 writes.
    { ...effort, warmUp: Math.min(effort.warmUp, 200) },
  );
  return ratioRow("Save profile (bare: one row, `synchronous=FULL`)", measured, 1.8);
}
