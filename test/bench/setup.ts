import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { fillFolder } from "./fill-folder.ts";
import type { App } from "./start-app.ts";
import { freePort, isListening, saysReady, startApp, startArguments } from "./start-app.ts";

/** How many profiles the workspaces that are measured have. */
export const sizes = [10, 1000, 10_000] as const;
export type Size = (typeof sizes)[number];

/** Starts what is measured, each on files of its own. */
export interface Setup {
  readonly slack: Slack;
  startOurs(size: Size): Promise<App>;
  startOursOn(dataDir: string, env?: Readonly<Record<string, string>>): Promise<App>;
  startBare(answers: BareAnswers): Promise<App>;
}

/** What `bare-app.mjs` reads. */
export interface BareSettings {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly slackApiUrl: string;
  readonly port: number;
  /** A new SQLite file; without one, submissions are not saved. */
  readonly database?: string;
  readonly answers: BareAnswers;
}

/** What the bare app answers; what it has no answer for is `opens`, or nothing. */
export interface BareAnswers {
  /** By what was typed after the command's name. */
  readonly commands: Readonly<Record<string, object>>;
  /** The view that any other command opens. */
  readonly opens?: object;
  readonly options?: object;
  /** To a submission, once it is saved. */
  readonly submitted?: object;
}

export async function createSetup(slack: Slack, folder: string): Promise<Setup> {
  for (const size of sizes) await fillFolder(dataOf(size), size);
  const start = await startArguments();
  const log = join(folder, "log");
  let started = 0;
  return {
    slack,
    startOurs: (size) => startOursOn(dataOf(size)),
    startOursOn,
    async startBare(answers) {
      started += 1;
      const path = join(folder, `bare-${started}`);
      const port = await freePort();
      const settings: BareSettings = {
        botToken: slack.botToken(),
        signingSecret: slack.signingSecret,
        slackApiUrl: slack.apiUrl,
        port,
        answers,
        ...(answers.submitted !== undefined && { database: `${path}.sqlite` }),
      };
      await writeFile(`${path}.json`, JSON.stringify(settings));
      return startApp([pathOf("bare-app.mjs"), `${path}.json`], { port, log, isReady: isListening });
    },
  };

  async function startOursOn(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<App> {
    const port = await freePort();
    const own = {
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
      DEFAULT_PLAN: "business",
      REQUESTS_PER_SECOND: "100000",
    };
    return startApp(start, { port, log, isReady: saysReady, env: { ...slack.env, ...own, ...env } });
  }

  function dataOf(size: Size): string {
    return join(folder, `profiles-${size}`);
  }
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
