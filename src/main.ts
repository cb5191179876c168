import type { AppConfig } from "./app.ts";
import { startApp } from "./app.ts";
import { readEnvironment } from "./config.ts";
import { Fault, StartProblem } from "./errors.ts";
import { createLog } from "./log.ts";

const nothingConfigured = `Nothing of Slack is configured, so there is nothing to connect to. Set these, here or in a file named .env:

  SLACK_BOT_TOKEN       at https://api.slack.com/apps: your app, "OAuth & Permissions", Bot User OAuth Token
  SLACK_SIGNING_SECRET  at https://api.slack.com/apps: your app, "Basic Information", Signing Secret

README.md, "Set up in a workspace", goes through it step by step.
`;

await main();

async function main(): Promise<void> {
  const reading = readEnvironment();
  if (reading.kind === "problems") return fail(reading.problems.join("\n"));
  const { config } = reading;
  const { slack } = config;
  if (slack.kind === "none") return fail(nothingConfigured);
  await run({ ...config, slack });
}

async function run(config: AppConfig): Promise<void> {
  const log = createLog({ level: config.logLevel });
  process.on("unhandledRejection", (thrown) => log.error({ err: thrown }, "a rejection that nobody handled"));
  try {
    const app = await startApp(config, { log });
    log.info({ host: config.host, port: app.port }, `listening on port ${app.port}`);
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      process.once(signal, async () => {
        log.info(`${signal}: stopping`);
        await app.stop();
        process.exit(0);
      });
    }
    await app.identified;
  } catch (thrown) {
    if (thrown instanceof StartProblem || thrown instanceof Fault) return fail(thrown.message);
    throw thrown;
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence.trimEnd()}\n`);
  process.exit(1);
}
