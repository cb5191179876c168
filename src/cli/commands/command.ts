import type { ConfigReading } from "../../config.ts";
import { withOperator } from "../../operate.ts";
import { TeamId } from "../../rules/people.ts";
import type { OperatorUseCases } from "../../usecases/use-cases.ts";
import type { Outcome } from "./outcome.ts";
import { failed, misunderstood } from "./outcome.ts";

/** One verb of the operator's door. */
export interface Command {
  /** As it is typed, with sample words. */
  readonly form: string;
  /** One line for the overall help. */
  readonly says: string;
  /** What the command's own help adds. */
  readonly more?: string;
  /** The flags it takes besides `--json` and `--help`. */
  readonly flags?: readonly Flag[];
  /** Everything is read before the data is touched. */
  read(words: readonly string[], flags: Flags): Work | Outcome;
}

/** The verb's work, once it is understood. */
export type Work = (settings: ConfigReading) => Promise<Outcome>;

/** What may stand behind a verb, as `parseArgs` reads it. */
export const flagTypes = {
  all: { type: "boolean" },
  force: { type: "boolean" },
  now: { type: "boolean" },
  out: { type: "string" },
  revoke: { type: "string" },
  scopes: { type: "string" },
  yes: { type: "boolean" },
} as const;
type Flag = keyof typeof flagTypes;
export interface Flags {
  readonly all?: boolean;
  readonly force?: boolean;
  readonly now?: boolean;
  readonly out?: string;
  readonly revoke?: string;
  readonly scopes?: string;
  readonly yes?: boolean;
}

/** Work on the bot's data. */
export function onData(work: (usecases: OperatorUseCases) => Promise<Outcome>): Work {
  return async (settings) =>
    settings.kind === "problems" ? failed(settings.problems.join("\n")) : withOperator(settings.config, work);
}

/** A command that takes one workspace's id and nothing else. */
export function forTeam(read: (teamId: TeamId, flags: Flags) => Work | Outcome): Command["read"] {
  return ([team, ...more], flags) => {
    const teamId = TeamId.safeParse(team);
    if (!teamId.success) return notAnId(team);
    return more.length > 0 ? tooMuch(more) : read(teamId.data, flags);
  };
}

function notAnId(team = ""): Outcome {
  return misunderstood(`“${team}” is not a workspace’s id, such as T0123ABCD.`);
}

export function tooMuch(words: readonly string[]): Outcome {
  return misunderstood(`“${words.join(" ")}” is more than it takes.`);
}
