import { inspect } from "node:util";
import { expect } from "vitest";
import { createLog } from "../../src/log.ts";
import { canary } from "../../src/sandbox/server/ids.ts";

/** Neither what was answered or thrown, with all that hangs on it, nor the line that tells of it, holds a key's secret. */
export function expectNoSecret(...values: unknown[]): void {
  const lines: string[] = [];
  const log = createLog({ level: "info", to: { write: (line) => void lines.push(line) } });
  for (const value of values) log.error({ err: value, value }, String(value));
  const all = [
    ...lines,
    inspect(values, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null }),
  ];
  expect(all.join("\n")).not.toContain(canary);
}
