import { readEnvironment } from "../config.ts";
import { StartProblem } from "../errors.ts";
import { run } from "../process/run.ts";
import { runSandbox } from "./run-sandbox.ts";

await run(async () => {
  const reading = readEnvironment();
  if (reading.kind === "problems") throw new StartProblem(reading.problems.join("\n"));
  await runSandbox(reading.config, process.argv.slice(2));
});
