import type { DestinationStream, Logger } from "pino";
import { pino } from "pino";

export type Log = Logger;

/** A slash as it is, as JSON may escape it, and as a form writes it. */
const slash = String.raw`(?:\\{0,8}/|%(?:25)*2F)`;
/** A blank, too. */
const blank = String.raw`(?:\s|\\{1,8}[nrt]|\+|%(?:25)*20)`;

/**
 * Slack's tokens and response URLs, Kashew's keys, and bearer headers, wherever in a line they stand: a line break
 * before one is a letter n in JSON, so none of them needs to begin a word.
 */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/(x(?:ox[a-z]|app)(?:\.[a-z]+)?-)[\w.-]+/gi, "$1…"],
  [/(kshw_[^\W_]{0,8})\w*/gi, "$1_…"],
  [
    new RegExp(`(hooks\\.slack(?:-gov)?\\.com${slash}|${slash}hooks${slash})(?:${slash}|[\\w-])+`, "gi"),
    "$1…",
  ],
  [new RegExp(`(bearer${blank}+)[\\w.~+/=-]+`, "gi"), "$1…"],
];

/** A logger of JSON lines, in which no known kind of secret can stand. */
export function createLog({ level, to }: { level: string; to?: DestinationStream }): Log {
  const options = {
    level,
    base: {},
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: (line: string) => scrubbed(line) },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

function scrubbed(line: string): string {
  return secrets.reduce((text, [secret, shown]) => text.replace(secret, shown), line);
}
