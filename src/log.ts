import type { DestinationStream, Logger } from "pino";
import { pino } from "pino";
import { openOutput } from "./log-output.ts";
import { keyShape } from "./rules/connection.ts";

export type Log = Logger;

/** A slash as it is, as JSON may escape it, and as a form writes it. */
const slash = String.raw`(?:\\{0,8}/|%(?:25)*2F)`;
/** A blank, too. */
const blank = String.raw`(?:\s|\\{1,8}[nrt]|\+|%(?:25)*20)`;

/**
 * Slack's tokens, signatures and response URLs, Kashew's keys, and credentials in headers, wherever in a line they
 * stand: a line break before one is a letter n in JSON, so none of them needs to begin a word.
 */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/(x(?:ox[a-z]|app|wfp)(?:\.[a-z]+)?-)[\w.-]+/gi, "$1…"],
  [keyShape, "$1_…"],
  [
    new RegExp(`(hooks\\.slack(?:-gov)?\\.com${slash}|${slash}hooks${slash})(?:${slash}|[\\w-])+`, "gi"),
    "$1…",
  ],
  [new RegExp(`((?:bearer|basic)${blank}+)[\\w.~+/=-]+`, "gi"), "$1…"],
  [/(v0(?:=|%3D))[0-9a-f]{64}/gi, "$1…"],
  [/((?:ticket|client_secret|refresh_token)(?:=|%3D))[\w.~+-]+/gi, "$1…"],
];

/** Shorter than this, a value stands in many lines by chance. */
const shortestSecret = 8;

/**
 * A logger of JSON lines, in which no known kind of secret can stand. `secrets` are those of this installation: some
 * have no shape by which they could be known.
 */
export function createLog({
  level,
  secrets = [],
  to = openOutput(1),
}: {
  level: string;
  secrets?: readonly string[];
  to?: DestinationStream;
}): Log {
  const own = secrets.filter(({ length }) => length >= shortestSecret).flatMap(formsOf);
  const options = {
    level,
    base: {},
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      streamWrite: (line: string) => {
        const rest = own.reduce((text, secret) => text.replaceAll(secret, "…"), line);
        return shapes.reduce((text, [secret, shown]) => text.replace(secret, shown), rest);
      },
    },
  };
  return pino(options, to);
}

/** The value as it is, in a URL, and as JSON within JSON within the line's own JSON writes it; the longest first. */
function formsOf(secret: string): string[] {
  const once = inJson(secret);
  const twice = inJson(once);
  return [...new Set([inJson(twice), twice, once, encodeURIComponent(secret), secret])];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
