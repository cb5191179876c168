import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import type { BareAnswers } from "./bare-app.ts";
import { fillFolder } from "./fill-folder.ts";
import type { App } from "./start-app.ts";
import { startBare, startOurs } from "./start-app.ts";

/** How many profiles the workspaces that are measured have. */
export const sizes = [10, 1000, 10_000] as const;
export type Size = (typeof sizes)[number];

export const noAnswers: BareAnswers = { commands: {}, opens: {}, options: {}, submitted: {} };

/** Starts what is measured, each on files of its own. */
export interface Setup {
  readonly slack: Slack;
  startOurs(size: Size): Promise<App>;
  /** `saves` has it save submissions in a file. */
  startBare(answers: BareAnswers, options?: { saves: boolean }): Promise<App>;
}

export async function createSetup(slack: Slack, folder: string): Promise<Setup> {
  for (const size of sizes) await fillFolder(dataOf(size), size);
  let started = 0;
  return {
    slack,
    startOurs: (size) => startOurs({ ...slack.env, DATA_DIR: dataOf(size) }),
    async startBare(answers, { saves } = { saves: false }) {
      started += 1;
      const path = join(folder, `bare-${started}`);
      const settings = {
        botToken: slack.botToken(),
        signingSecret: slack.signingSecret,
        slackApiUrl: slack.apiUrl,
        ...(saves && { database: `${path}.sqlite` }),
        answers,
      };
      await writeFile(`${path}.json`, JSON.stringify(settings));
      return startBare(`${path}.json`);
    },
  };

  function dataOf(size: Size): string {
    return join(folder, `profiles-${size}`);
  }
}
