import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { measureKashew } from "./kashew.ts";
import { measureLatencies } from "./latencies.ts";
import { measureMemory } from "./memory.ts";
import { measurePrograms } from "./programs.ts";
import { full, quick } from "./rounds.ts";
import { createSetup } from "./setup.ts";
import { measureStarts } from "./starts.ts";
import { drawResults } from "./table.ts";

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
});
const effort = values.quick ? quick : full;
const folder = await mkdtemp(join(tmpdir(), "icp-bench-"));
const slack = await createSlack();
try {
  const setup = await createSetup(slack, folder);
  const rows = [
    ...(await measureLatencies(setup, effort)),
    ...(await measurePrograms(setup, folder, effort)),
    ...(await measureKashew(setup, folder, effort)),
    await measureStarts(setup, effort),
    ...(await measureMemory(setup, effort)),
  ];
  const results = drawResults(rows, new Date());
  process.stdout.write(results);
  if (values.write) await writeFile(new URL("RESULTS.md", import.meta.url), results);
} finally {
  await slack.close();
  await rm(folder, { recursive: true, force: true });
}
