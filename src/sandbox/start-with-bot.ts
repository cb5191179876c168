import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.ts";
import { environmentWith } from "../config.ts";
import { openBotLog } from "./bot-log.ts";
import { botPortFor } from "./bot-port.ts";
import { createBotProcess } from "./bot-process.ts";
import { cobalt, kashewAccount, openKashewAccount } from "./kashew-account.ts";
import { operateBot } from "./operate-bot.ts";
import { createPlans } from "./plans.ts";
import type { createSlack, Slack } from "./server/create-slack.ts";
import type { SeedWorkspace } from "./server/seed.ts";
import type { Said, Sandbox } from "./start-sandbox.ts";
import { watchDatabase } from "./watch-database.ts";
import { watchSources } from "./watch-sources.ts";

const sources = fileURLToPath(new URL("..", import.meta.url));

/** Opens a Slack, starts the bot against it, and keeps the two together. */
export async function startWithBot({
  config,
  transport,
  isWatched,
  logFile,
  workspaces,
  open,
  said,
}: {
  config: Config;
  transport: "http" | "socket";
  isWatched: boolean;
  logFile: string;
  workspaces: readonly SeedWorkspace[];
  open: typeof createSlack;
  said: Said;
}): Promise<Omit<Sandbox, "folder">> {
  const log = openBotLog(logFile, said.echo);
  const operate = operateBot(() => ({ ...config, kashewApiUrl: apiUrl }));
  const plans = createPlans({
    workspaces: config.restApi
      ? [...workspaces.filter(({ id }) => id !== cobalt), kashewAccount]
      : workspaces,
    defaultPlan: config.defaultPlan,
    operate,
  });
  const bot = createBotProcess({
    log,
    environment: () =>
      environmentWith({
        ...slackSettings(slack, transport),
        // Kashew itself is never asked from here.
        KASHEW_API_URL: apiUrl,
        PORT: String(port),
        DATA_DIR: config.dataDir,
      }),
    onListening() {
      if (transport === "http") slack.connectApp(`${botUrl}/slack/events`);
    },
    async onServing() {
      if (config.restApi) await openKashewAccount(operate).catch(noting("Kashew"));
      await settlePlans();
    },
    onChange(kind) {
      slack.refresh();
      if (kind === "crashed") said.warn(drawCrash(logFile, log.lastLines));
    },
  });
  const slack = await open({ levers: plans.levers, appState: bot });
  const port = await botPortFor(slack.url);
  const botUrl = `http://127.0.0.1:${port}`;
  const apiUrl = `${botUrl}/api/v1`;
  const settled = bot.start();
  // The operator's command may set a plan meanwhile. Without the bot, looking itself would write.
  const operated = watchDatabase(join(config.dataDir, "control.sqlite"), () => {
    if (bot.now().kind === "running") void settlePlans().then(slack.refresh);
  });
  const watched = isWatched ? watchSources(sources, () => void bot.restart()) : undefined;
  return {
    slack,
    settled,
    ...(config.restApi && { restApiUrl: apiUrl }),
    async close() {
      watched?.close();
      operated.close();
      await bot.stop();
      await slack.close();
    },
  };

  function settlePlans(): Promise<void> {
    return plans.settle().catch(noting("The plans"));
  }

  function noting(what: string) {
    return (thrown: unknown) => log.write(`${what}: ${String(thrown)}\n`);
  }
}

function drawCrash(logFile: string, lastLines: readonly string[]): string {
  return [
    "The bot ended. The page has a button that starts it again; with --reset the sandbox begins anew.",
    `The last lines of ${logFile}:`,
    ...lastLines,
  ].join("\n");
}

/** The one way to Slack that is not meant is emptied, whatever the person's own environment says. */
function slackSettings(slack: Slack, transport: "http" | "socket"): Record<string, string> {
  const tokens = slack.seed.app.installations.map(({ botToken }) => botToken);
  return {
    SLACK_APP_TOKEN: "",
    SLACK_SIGNING_SECRET: "",
    ...(transport === "http" ? slack.env : slack.socketEnv),
    SLACK_BOT_TOKEN: tokens.join(","),
    HOST: "127.0.0.1",
  };
}
