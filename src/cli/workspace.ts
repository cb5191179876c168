import { parseArgs } from "node:util";
import { withOperator } from "../app.ts";
import { readEnvironment } from "../config.ts";
import { Fault } from "../errors.ts";
import { TeamId } from "../rules/people.ts";
import { Plan, plans } from "../rules/plan.ts";
import type { OperatorUseCases } from "../usecases/use-cases.ts";

const help = `The operator's door, safe beside a running bot. It works on DATA_DIR.

  npm run workspace -- list               the workspaces this bot has met
  npm run workspace -- show T0123         one of them: plan, profiles, today's writes
  npm run workspace -- plan T0123 max     sets its plan: ${Plan.options.join(", ")}
`;

/** What a command prints, and the process's exit code: 0 done, 1 it could not be, 2 it was not understood. */
interface Outcome {
  readonly text: string;
  readonly exit: 0 | 1 | 2;
}

const outcome = await run(process.argv.slice(2));
(outcome.exit === 0 ? process.stdout : process.stderr).write(`${outcome.text.trimEnd()}\n`);
process.exitCode = outcome.exit;

async function run(argv: string[]): Promise<Outcome> {
  let words: string[];
  try {
    const { positionals, values } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return done(help);
    words = positionals;
  } catch (thrown) {
    return misunderstood((thrown as Error).message);
  }
  const work = read(words);
  if ("exit" in work) return work;
  const reading = readEnvironment();
  if (reading.kind === "problems") return failed(reading.problems.join("\n"));
  try {
    return await withOperator(reading.config, work.run);
  } catch (thrown) {
    if (thrown instanceof Fault) return failed(thrown.message);
    throw thrown;
  }
}

type Work = { readonly run: (usecases: OperatorUseCases) => Promise<Outcome> };

/** Everything is read before the data is touched. */
function read([verb, team, plan, ...more]: string[]): Work | Outcome {
  if (verb === undefined) return misunderstood("Say what to do.");
  if (verb === "help") return done(help);
  if (verb === "list" && team === undefined) return { run: list };
  if ((verb !== "show" && verb !== "plan") || more.length > 0) {
    return misunderstood(`“${[verb, team, plan, ...more].join(" ").trim()}” is not a command.`);
  }
  const teamId = TeamId.safeParse(team);
  if (!teamId.success) return misunderstood(`“${team ?? ""}” is not a workspace’s id, such as T0123ABCD.`);
  if (verb === "show" && plan === undefined) return { run: (usecases) => show(usecases, teamId.data) };
  const wanted = Plan.safeParse(plan);
  if (verb === "show" || !wanted.success) {
    return misunderstood(`“${plan ?? ""}” is not a plan. Plans: ${Plan.options.join(", ")}.`);
  }
  return { run: (usecases) => setPlan(usecases, teamId.data, wanted.data) };
}

async function list(usecases: OperatorUseCases): Promise<Outcome> {
  const workspaces = await usecases.listWorkspaces();
  if (workspaces.length === 0) return done("No workspace yet: the bot has not been started on this data.");
  return done(
    workspaces.map(({ teamId, name, plan }) => `${teamId}\t${plans[plan].name}\t${name}`).join("\n"),
  );
}

async function show(usecases: OperatorUseCases, teamId: TeamId): Promise<Outcome> {
  const shown = await usecases.showWorkspace(teamId);
  if (shown === undefined) return unknown(teamId);
  return done(
    [
      `workspace  ${shown.teamId}  ${shown.name}`,
      `plan       ${plans[shown.plan].name}${shown.isDefaultPlan ? " (DEFAULT_PLAN)" : ""}`,
      `profiles   ${shown.profiles}, ${shown.active} active`,
      `writes     ${shown.writes.used} of ${shown.writes.limit} today (UTC)`,
    ].join("\n"),
  );
}

async function setPlan(usecases: OperatorUseCases, teamId: TeamId, plan: Plan): Promise<Outcome> {
  if (!(await usecases.setPlan({ teamId, plan }))) return unknown(teamId);
  return done(`${teamId} is on ${plans[plan].name} now.`);
}

function unknown(teamId: TeamId): Outcome {
  return failed(`No workspace ${teamId} here. “npm run workspace -- list” shows those there are.`);
}

function done(text: string): Outcome {
  return { text, exit: 0 };
}

function failed(text: string): Outcome {
  return { text, exit: 1 };
}

function misunderstood(text: string): Outcome {
  return { text: `${text}\n\n${help}`, exit: 2 };
}
