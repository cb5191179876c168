import { join } from "node:path";
import { readConfig } from "../../src/config.ts";
import { withOperator } from "../../src/operate.ts";
import { TeamId } from "../../src/rules/people.ts";
import type { OperatorUseCases } from "../../src/usecases/use-cases.ts";
import { openApi } from "./api.ts";
import { createApiOperations } from "./api-operations.ts";
import { startBot } from "./bot.ts";
import type { Effort } from "./effort.ts";
import type { Figure } from "./figure.ts";
import { counted, none } from "./figure.ts";
import type { Workspace } from "./many-workspaces.ts";
import { openManyWorkspaces } from "./many-workspaces.ts";
import type { Model } from "./model.ts";
import { createSlackOperations } from "./operations.ts";
import { createRandom } from "./random.ts";
import { openSender } from "./sender.ts";

const lanes = 8;

/**
 * Many workspaces with the same people, channels, views and nonces. What is done in them at random is held against a
 * model of each, through Slack, the API and the operator’s door; whatever the bot says to one must bear no other one's mark.
 */
export async function proveIsolation(effort: Effort, folder: string): Promise<Figure[]> {
  const slack = await openManyWorkspaces(effort.workspaces);
  const bot = await startBot(folder, slack.env);
  const sender = openSender(bot.url, slack.signingSecret);
  const ask = openApi(bot.url);
  const config = readConfig({ ...slack.env, DATA_DIR: join(folder, "data"), DEFAULT_PLAN: "business" });
  if (config.kind !== "config") throw new Error(config.problems.join("\n"));

  const crossed: string[] = [];
  const differs: string[] = [];
  let said = 0;
  slack.onSaid(look);
  const models = slack.workspaces.map(
    (workspace): Model => ({ workspace, profiles: new Map(), archived: 0, next: 0 }),
  );
  const counts = new Map<string, number>();
  let atEnd = 0;
  try {
    await withOperator(config.config, async (usecases) => {
      await Promise.all(Array.from({ length: lanes }, (_, lane) => walk(lane, usecases)));
      for (const model of models) await compare(model, usecases);
    });
  } finally {
    sender.close();
    await bot.stop();
    await slack.close();
  }
  return [
    counted("workspaces with the same ids", effort.workspaces),
    counted("operations", sum(counts), sum(counts) === effort.operations),
    ...[...counts].sort().map(([name, count]) => counted(`  ${name}`, count)),
    counted("answers, views and messages looked through", said, said > effort.operations),
    counted("profiles that are there at the end", atEnd),
    none("things of another workspace’s in them", crossed),
    none("answers that differ from the model", differs),
    none("surprises in the bot’s log", bot.surprises()),
  ];

  /** Each lane has workspaces of its own, in which one thing follows the other. */
  async function walk(lane: number, usecases: OperatorUseCases): Promise<void> {
    const random = createRandom(effort.seed * lanes + lane);
    const own = models.filter((_, index) => index % lanes === lane);
    const common = { random, usecases, others: () => random.pick(models) };
    const slackOperations = createSlackOperations({
      ...common,
      slack,
      async send(workspace, body) {
        const { status, body: answer } = await sender.send(body);
        if (status !== 200) differs.push(`${workspace.id} got ${status}`);
        look(workspace, answer);
        return answer;
      },
    });
    const operations = [...slackOperations, ...createApiOperations({ ...common, look, ask })];
    const share = Math.floor(effort.operations / lanes) + (lane < effort.operations % lanes ? 1 : 0);
    for (let done = 0; done < share; done += 1) {
      const operation = random.pick(operations);
      counts.set(operation.name, (counts.get(operation.name) ?? 0) + 1);
      const problem = await operation.run(random.pick(own)).catch((thrown: unknown) => String(thrown));
      if (problem !== undefined) differs.push(`${operation.name}: ${problem}`);
    }
  }

  async function compare({ workspace, profiles }: Model, usecases: OperatorUseCases): Promise<void> {
    const exported = await usecases.exportProfiles(TeamId.parse(workspace.id));
    const found = exported?.profiles ?? [];
    atEnd += found.length;
    const have = found.map(({ name, isActive }) => `${name} ${isActive}`).sort();
    const want = [...profiles].map(([name, { isActive }]) => `${name} ${isActive}`).sort();
    if (have.join() !== want.join()) differs.push(`${workspace.id} has ${have.join()}, not ${want.join()}`);
  }

  function look(workspace: Workspace, text: string): void {
    said += 1;
    const foreign = text.match(/w\d{4}x/g)?.filter((mark) => mark !== workspace.mark) ?? [];
    if (foreign.length > 0) crossed.push(`${workspace.id} was told of ${foreign.join()}`);
  }
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
