import { readEnvironment } from "./config.ts";
import { StartProblem } from "./errors.ts";
import { run } from "./process/run.ts";

const nothingConfigured = `Nothing of Slack is configured, so there is nothing to connect to. Set the first and one of the others, here or in a file named .env:

  SLACK_BOT_TOKEN       at https://api.slack.com/apps: your app, "OAuth & Permissions", Bot User OAuth Token
  SLACK_APP_TOKEN       for Socket Mode, without a public address; at https://api.slack.com/apps: your app,
                        "Basic Information", App-Level Tokens, one with the scope connections:write
  SLACK_SIGNING_SECRET  for HTTP; at https://api.slack.com/apps: your app, "Basic Information", Signing Secret

README.md, "Set up in a workspace", goes through it step by step.
`;

await run(async () => {
  const reading = readEnvironment();
  if (reading.kind === "problems") throw new StartProblem(reading.problems.join("\n"));
  const { config, remarks } = reading;
  const { slack } = config;
  if (slack.kind !== "none") {
    const { runBot } = await import("./process/run-bot.ts");
    return runBot({ ...config, slack }, remarks);
  }
  if (slack.isProduction) throw new StartProblem(nothingConfigured);
  const { runSandbox } = await import("./sandbox/run-sandbox.ts");
  await runSandbox(config, process.argv.slice(2));
});
