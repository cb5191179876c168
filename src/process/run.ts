import { Fault, StartProblem } from "../errors.ts";

/** Runs an entry point. Why it cannot run becomes one sentence for whoever started it, and exit code 1. */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof StartProblem || thrown instanceof Fault)) throw thrown;
    process.stderr.write(`${thrown.message.trimEnd()}\n`);
    process.exit(1);
  }
}
