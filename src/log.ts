import type { DestinationStream, Logger } from "pino";
import { pino } from "pino";

export type Log = Logger;

/** Slack's tokens and response URLs, Kashew's keys, and bearer headers, wherever in a line they stand. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(x(?:ox[a-z]|app)(?:\.[a-z]+)?-)[\w.-]+/gi, "$1…"],
  [/\b(kshw_\w{0,8})\w*/g, "$1_…"],
  [/(hooks\.slack(?:-gov)?\.com\/|\/hooks\/)[\w/-]+/g, "$1…"],
  [/(bearer\s+)[\w.~+/=-]+/gi, "$1…"],
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
