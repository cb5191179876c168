import { parseArgs } from "node:util";
import type { ConfigReading } from "../../config.ts";
import { Fault, StartProblem } from "../../errors.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import type { Command, Flags, Work } from "./command.ts";
import { flagTypes } from "./command.ts";
import { doctor } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { forget } from "./forget.ts";
import { drawHelp, help } from "./help.ts";
import { importCommand } from "./import.ts";
import { key } from "./key.ts";
import { keys } from "./keys.ts";
import { list } from "./list.ts";
import type { Outcome } from "./outcome.ts";
import { failed, misunderstood } from "./outcome.ts";
import { plan } from "./plan.ts";
import type { Streams } from "./print-outcome.ts";
import { printOutcome } from "./print-outcome.ts";
import { restore } from "./restore.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { show } from "./show.ts";

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

/** What the operator typed, to its printed end; answers the exit code. Settings are read once all of it is understood. */
export async function runCommand(
  args: readonly string[],
  { readSettings, ...streams }: Streams & { readSettings(): ConfigReading },
): Promise<Outcome["exit"]> {
  const outcome = await answer(args, readSettings);
  printOutcome(outcome, { ...streams, asJson: args.includes("--json") });
  return outcome.exit;
}

async function answer(args: readonly string[], readSettings: () => ConfigReading): Promise<Outcome> {
  let verb: string | undefined;
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: allFlags });
    const { json: _, help: wantsHelp, ...flags } = values;
    const [first, ...words] = positionals;
    verb = first;
    if (verb === "help") return help(commands, words[0]);
    if (wantsHelp) return help(commands, verb);
    const work = understand({ verb, words, flags });
    return typeof work === "function" ? await work(readSettings()) : work;
  } catch (thrown) {
    if (thrown instanceof StartProblem) return failed(thrown.message);
    if (thrown instanceof Fault) return failed(thrown.message, { code: thrown.code });
    if (isAboutArguments(thrown)) return explain(thrown.message, verb);
    throw thrown;
  }
}

function understand({
  verb,
  words,
  flags,
}: {
  verb: string | undefined;
  words: readonly string[];
  flags: Flags;
}): Work | Outcome {
  if (verb === undefined) return explain("Say what to do.");
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (command === undefined) return explain(`“${verb}” is not a command.`);
  const taken: readonly string[] = command.flags ?? [];
  const strange = Object.keys(flags).find((flag) => !taken.includes(flag));
  if (strange !== undefined) return explain(`“${verb}” does not take --${strange}.`, verb);
  const work = command.read(words, flags);
  return typeof work === "function" || work.exit !== 2 ? work : explain(work.text, verb);
}

/** What was not understood, and what would have been. */
function explain(trouble: string, verb?: string): Outcome {
  const outcome = misunderstood(trouble);
  return { ...outcome, text: `${outcome.text}\n\n${drawHelp(commands, verb)}` };
}

function isAboutArguments(thrown: unknown): thrown is Error {
  return thrown instanceof Error && String((thrown as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS");
}
