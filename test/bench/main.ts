import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { measureAdvice } from "./advice.ts";
import { measureKashew } from "./kashew.ts";
import { keepResults } from "./keep-results.ts";
import { measureLatencies } from "./latencies.ts";
import { measureMemory } from "./memory.ts";
import { measurePrograms } from "./programs.ts";
import { full, quick } from "./rounds.ts";
import type { Row } from "./row.ts";
import { createSetup } from "./setup.ts";
import { measureStarts } from "./starts.ts";
import type { Results } from "./table.ts";
import { drawResults } from "./table.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
if (values.only !== undefined && values.write)
  throw new Error("--write keeps all rows, --only measures some");
const effort = values.quick ? quick : full;
const folder = await mkdtemp(join(tmpdir(), "icp-bench-"));
const slack = await createSlack();
try {
  const setup = await createSetup(slack, folder);
  const measures: Readonly<Record<string, () => Promise<Row[]>>> = {
    slack: () => measureLatencies(setup, effort),
    advice: () => measureAdvice(setup, effort),
    api: () => measurePrograms(setup, folder, effort),
    kashew: () => measureKashew(setup, folder, effort),
    start: async () => [await measureStarts(setup, effort)],
    memory: () => measureMemory(setup, effort),
  };
  const asked = values.only === undefined ? Object.keys(measures) : [values.only];
  const rows: Row[] = [];
  for (const name of asked) {
    const measure = measures[name];
    if (measure === undefined) throw new Error(`--only takes ${Object.keys(measures).join(", ")}`);
    rows.push(...(await measure()));
  }
  const results = drawResults(besideBare(rows), new Date());
  process.stdout.write(results);
  if (values.write) await keepResults(results);
} finally {
  await slack.close();
  await rm(folder, { recursive: true, force: true });
}

function besideBare(rows: readonly Row[]): Results {
  return {
    title: "What the bot takes beside a bare Bolt app",
    command: "npm run bench",
    columns: ["bare", "ours", "ratio"],
    lines: rows.map(({ bare, ours, ratio, ...line }) => ({ ...line, cells: [bare, ours, ratio] })),
    note: `Both apps ran on this machine in processes of their own and took turns; one request at a time, on loopback, over a
kept-alive connection. Times are medians of each round's median, but for p99. Bare is Bolt with its HTTPReceiver and
nothing else, answering the same bytes; for the API it is hono, and ten requests at once count together.`,
  };
}
