import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readEnvironment } from "./config.ts";
import { run } from "./process/run.ts";

// The bot anew at each change of its code; without Slack's settings in a sandbox, whose page stays.
await run(async () => {
  const reading = readEnvironment();
  if (reading.kind === "config" && reading.config.slack.kind === "none") {
    const { runSandbox } = await import("./sandbox/run-sandbox.ts");
    return runSandbox(reading.config, ["--watch", "--verbose", ...process.argv.slice(2)]);
  }
  const sources = fileURLToPath(new URL(".", import.meta.url));
  const bot = spawn(process.execPath, [`--watch-path=${sources}`, `${sources}start.mjs`], {
    stdio: "inherit",
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => bot.kill(signal));
  bot.once("exit", (code) => process.exit(code ?? 0));
});
