import fc from "fast-check";
import { expect, it } from "vitest";
import { createCommand } from "../../../src/slack/commands/command.ts";
import { parseListAsk } from "../../../src/slack/commands/list-ask.ts";
import { parseCommand } from "../../../src/slack/commands/parse-command.ts";
import type { UseCases } from "../../../src/usecases/use-cases.ts";
import { anyText } from "../../support/arbitraries.ts";

/** Nothing is answered here, and so no use case is asked. */
const run = createCommand({
  usecases: {} as UseCases,
  command: "/icp",
  restApi: true,
  doctor: () => ({ answer: () => Promise.reject(new Error("nobody asked")) }),
});

it("asks the same again with a command that fits a button, however long the line was", () => {
  const anyLine = fc.tuple(anyText, fc.constantFrom(1, 100)).map(([text, count]) => text.repeat(count));
  fc.assert(
    fc.property(anyLine, (line) => {
      const typed = line.slice(0, 3900);
      const again = { list: run(`list ${typed} paused`).again ?? "", new: run(`new ${typed}`).again ?? "" };
      expect(again.list.length).toBeLessThanOrEqual(2000);
      expect(again.new.length).toBeLessThanOrEqual(2000);
      expect(parseListAsk(parseCommand(again.list).rest)).toEqual(
        parseListAsk(parseCommand(`list ${typed} paused`).rest),
      );
      const name = parseCommand(`new ${typed}`).rest;
      expect(parseCommand(again.new).rest.slice(0, 1000)).toBe(name.slice(0, 1000));
    }),
  );
});

it("runs nothing again where the verb was not known", () => {
  expect(run("lst fintech").again).toBeUndefined();
});
