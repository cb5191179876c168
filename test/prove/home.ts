import { join } from "node:path";
import fc from "fast-check";
import type { AppConfig } from "../../src/app.ts";
import { startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { depsOf } from "../../src/deps.ts";
import { createLog } from "../../src/log.ts";
import { createSlack } from "../../src/sandbox/server/create-slack.ts";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { openStores } from "../../src/stores/sql/stores.ts";
import { bindUseCases } from "../../src/usecases/use-cases.ts";
import { anyOperation } from "../support/home-model.ts";
import { crewSeed, walkHomes } from "../support/walk-homes.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";

const most = 1000;

/**
 * Five people of one workspace do things at random, in Slack and through a process beside the bot, while their homes
 * are open: each shows what a model of the workspace foretells, ten seconds after whatever was done.
 */
export async function proveHome(effort: Effort, folder: string): Promise<Figure[]> {
  let offset = 0;
  const now = () => Date.now() + offset;
  const slack = await createSlack({ now, seed: crewSeed() });
  const config = configOf({
    ...slack.env,
    DATA_DIR: join(folder, "data"),
    PORT: "0",
    DEFAULT_PLAN: "business",
  });
  const logged: string[] = [];
  const log = createLog({ level: "warn", to: { write: (line) => void logged.push(line) } });
  const app = await startApp(config, { log, now, followEveryMs: 5 });
  const stores = await openStores(config.dataDir);
  try {
    await app.identified;
    slack.connectApp(`http://127.0.0.1:${app.port}/slack/events`);
    const seal = openSeal(config.encryptionKeys, () => undefined);
    const usecases = bindUseCases(depsOf(config, stores, { seal, now, report: () => undefined }));
    const operations = fc.sample(anyOperation, {
      numRuns: Math.min(most, effort.operations),
      seed: effort.seed,
    });
    const advance = (ms: number) => {
      offset += ms;
    };
    const { wrong, looks } = await walkHomes(operations, { slack, usecases, now, advance });
    const published = slack.exchanges.filter(({ kind }) => kind === "views.publish").length;
    return [
      counted("operations by five people", operations.length),
      counted("homes that were published", published, published > 0),
      counted("homes that were held against the model", looks, looks > 0),
      none("differences", wrong),
      none(
        "complaints of Slack",
        slack.complaints.map((complaint) => JSON.stringify(complaint)),
      ),
      none("warnings in the bot’s log", logged),
    ];
  } finally {
    await stores.close();
    await app.stop();
    await slack.close();
  }
}

function configOf(env: Readonly<Record<string, string>>): AppConfig {
  const reading = readConfig(env);
  if (reading.kind !== "config") throw new Error(reading.problems.join("\n"));
  const { slack } = reading.config;
  if (slack.kind === "none") throw new Error("there is a Slack");
  return { ...reading.config, slack };
}
