import { expect, inject } from "vitest";
import type { AppConfig, RunningApp } from "../../src/app.ts";
import { startApp } from "../../src/app.ts";
import { createLog } from "../../src/log.ts";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { leaksIn, leaksInExchanges, leaksInFiles, ownSecrets } from "./find-leaks.ts";
import { onTestFinished } from "./side-by-side.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { tenancyOf } from "./tenancy-of.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** How the bot reaches Slack in the project that runs this test. */
    transport: "http" | "socket";
  }
}

export interface Team {
  readonly slack: Slack;
  readonly app: RunningApp;
  readonly config: AppConfig;
  /** What the bot wrote into its log, a line each. */
  readonly logged: readonly string[];
  /** The hands of a clock that both Slack and the bot go by. */
  readonly clock: { advance(ms: number): void };
  /** Stops the bot and starts another one on the same data. */
  restart(): Promise<void>;
}

/**
 * The real bot and a Slack of its own, on loopback, with real files in a folder of their own. Afterwards no secret may
 * stand in a line of the log, in anything that the bot said to Slack, or in a file.
 */
export async function startTeam(
  settings: Partial<AppConfig> & {
    mayComplain?: boolean;
    /** How often the bot looks for what is due. */
    upkeepEveryMs?: number;
    /** How often it looks whether an open home has to be drawn anew. */
    followEveryMs?: number;
    /** How long it holds a file that it has removed, for whoever was about to write into it. */
    graceMs?: number;
    /** How long it gives Slack to carry out the ack of a form. */
    ackSettlesMs?: number;
    seed?: Parameters<typeof createSlack>[0];
    /** The project's own unless given. */
    transport?: "http" | "socket";
  } = {},
): Promise<Team> {
  const {
    mayComplain = false,
    seed,
    upkeepEveryMs,
    followEveryMs,
    graceMs,
    ackSettlesMs,
    ...others
  } = settings;
  const { transport = inject("transport"), ...config } = others;
  let offset = 0;
  const now = () => Date.now() + offset;
  const folder = temporaryFolder();
  const slack = await createSlack({ now, ...seed });
  const logged: string[] = [];
  const log = createLog({ level: "info", to: { write: (line) => void logged.push(line) } });
  const { tenancy, port } = await tenancyOf(slack);
  const full: AppConfig = {
    slack:
      transport === "socket"
        ? { kind: "socket", tenancy, appToken: slack.appToken }
        : { kind: "http", tenancy, signingSecret: slack.signingSecret },
    slackApiUrl: slack.apiUrl,
    // Nobody answers there: a test that has a Kashew says so.
    kashewApiUrl: "http://127.0.0.1:9/api/v1",
    encryptionKeys: { kind: "given", keys: [ownSecrets.encryptionKey] },
    command: "/icp",
    host: "127.0.0.1",
    port,
    dataDir: folder,
    defaultPlan: "pro",
    defaultWriters: "admins",
    icpAdmins: [],
    retentionDays: 7,
    requestsPerSecond: 1000,
    restApi: true,
    logLevel: "info",
    ...config,
  };
  onTestFinished(async () => {
    await slack.close();
    expect([
      ...leaksInExchanges(slack.exchanges),
      ...logged.flatMap((line) => leaksIn("the log", line)),
    ]).toEqual([]);
    if (!mayComplain) expect(slack.complaints).toEqual([]);
  });
  let app = await start();
  onTestFinished(async () => {
    // Before the bot stops, which empties the journals.
    const leaks = leaksInFiles(folder);
    await app.stop();
    expect(leaks).toEqual([]);
  });
  await connect();

  return {
    slack,
    get app() {
      return app;
    },
    config: full,
    logged,
    clock: {
      advance(ms) {
        offset += ms;
      },
    },
    async restart() {
      await app.stop();
      app = await start();
      await connect();
    },
  };

  function start(): Promise<RunningApp> {
    return startApp(full, {
      log,
      now,
      ...(upkeepEveryMs === undefined ? {} : { upkeepEveryMs }),
      ...(followEveryMs === undefined ? {} : { followEveryMs }),
      ...(graceMs === undefined ? {} : { graceMs }),
      ...(ackSettlesMs === undefined ? {} : { ackSettlesMs }),
    });
  }

  async function connect(): Promise<void> {
    await app.identified;
    if (transport === "http") slack.connectApp(`http://127.0.0.1:${app.port}/slack/events`);
  }
}
