import type { AppConfig } from "./app.ts";
import { startApp } from "./app.ts";
import { readEnvironment, secretsIn } from "./config.ts";
import { Fault, StartProblem } from "./errors.ts";
import { createLog } from "./log.ts";

const nothingConfigured = `Nothing of Slack is configured, so there is nothing to connect to. Set the first and one of the others, here or in a file named .env:

  SLACK_BOT_TOKEN       at https://api.slack.com/apps: your app, "OAuth & Permissions", Bot User OAuth Token
  SLACK_APP_TOKEN       for Socket Mode, without a public address; at https://api.slack.com/apps: your app,
                        "Basic Information", App-Level Tokens, one with the scope connections:write
  SLACK_SIGNING_SECRET  for HTTP; at https://api.slack.com/apps: your app, "Basic Information", Signing Secret

README.md, "Set up in a workspace", goes through it step by step.
`;

await main();

async function main(): Promise<void> {
  const reading = readEnvironment();
  if (reading.kind === "problems") return fail(reading.problems.join("\n"));
  const { config, remarks } = reading;
  const { slack } = config;
  if (slack.kind === "none") return fail(nothingConfigured);
  await run({ ...config, slack }, remarks);
}

async function run(config: AppConfig, remarks: readonly string[]): Promise<void> {
  const log = createLog({ level: config.logLevel, secrets: secretsIn(config.slack) });
  process.on("unhandledRejection", (thrown) => log.error({ err: thrown }, "a rejection that nobody handled"));
  for (const remark of remarks) log.warn(remark);
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
