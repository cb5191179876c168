import { parseArgs } from "node:util";
import { readEnvironment } from "../config.ts";
import { Fault, StartProblem } from "../errors.ts";
import { audit } from "./commands/audit.ts";
import { backup } from "./commands/backup.ts";
import type { Command, Flags } from "./commands/command.ts";
import { flagTypes } from "./commands/command.ts";
import { doctor } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { forget } from "./commands/forget.ts";
import { drawHelp, help } from "./commands/help.ts";
import { importCommand } from "./commands/import.ts";
import { key } from "./commands/key.ts";
import { keys } from "./commands/keys.ts";
import { list } from "./commands/list.ts";
import type { Outcome } from "./commands/outcome.ts";
import { failed, misunderstood } from "./commands/outcome.ts";
import { plan } from "./commands/plan.ts";
import { restore } from "./commands/restore.ts";
import { rotateKeys } from "./commands/rotate-keys.ts";
import { show } from "./commands/show.ts";

const commands: Readonly<Record<string, Command>> = {
  list,
  show,
  plan,
  export: exportCommand,
  import: importCommand,
  audit,
  key,
  keys,
  backup,
  restore,
  forget,
  "rotate-keys": rotateKeys,
  doctor,
};

const allFlags = {
  ...flagTypes,
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const argv = process.argv.slice(2);
print(await run(argv), argv.includes("--json"));

async function run(args: string[]): Promise<Outcome> {
  let verb: string | undefined;
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: allFlags });
    const { json: _, help: wantsHelp, ...flags } = values;
    const [first, ...words] = positionals;
    verb = first;
    if (verb === "help") return help(commands, words[0]);
    if (wantsHelp) return help(commands, verb);
    return await perform({ verb, words, flags });
  } catch (thrown) {
    if (thrown instanceof StartProblem) return failed(thrown.message);
    if (thrown instanceof Fault) return failed(thrown.message, { code: thrown.code });
    if (isAboutArguments(thrown)) return explain(thrown.message, verb);
    throw thrown;
  }
}

async function perform({
  verb,
  words,
  flags,
}: {
  verb: string | undefined;
  words: readonly string[];
  flags: Flags;
}): Promise<Outcome> {
  if (verb === undefined) return explain("Say what to do.");
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (command === undefined) return explain(`“${verb}” is not a command.`);
  const taken: readonly string[] = command.flags ?? [];
  const strange = Object.keys(flags).find((flag) => !taken.includes(flag));
  if (strange !== undefined) return explain(`“${verb}” does not take --${strange}.`, verb);
  const work = command.read(words, flags);
  if (typeof work === "function") return work(readEnvironment());
  return work.exit === 2 ? explain(work.text, verb) : work;
}

/** What was not understood, and what would have been. */
function explain(trouble: string, verb?: string): Outcome {
  const outcome = misunderstood(trouble);
  return { ...outcome, text: `${outcome.text}\n\n${drawHelp(commands, verb)}` };
}

function isAboutArguments(thrown: unknown): thrown is Error {
  return thrown instanceof Error && String((thrown as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");
}

function print({ text, aside, data, exit, isReport }: Outcome, asJson: boolean): void {
  const stream = asJson || exit === 0 || isReport === true ? process.stdout : process.stderr;
  stream.write(asJson ? `${JSON.stringify(data, null, 2)}\n` : `${text.trimEnd()}\n`);
  if (aside !== undefined && !asJson) process.stderr.write(`${aside}\n`);
  process.exitCode = exit;
}
