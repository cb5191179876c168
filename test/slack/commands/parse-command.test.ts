import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Verb } from "../../../src/slack/commands/parse-command.ts";
import { parseCommand, printCommand, unescaped } from "../../../src/slack/commands/parse-command.ts";
import { anyText } from "../../support/arbitraries.ts";

const known = (verb: Verb, rest = "") => ({ kind: "known", verb, rest });

it.each([
  ["", known("help")],
  ["  \t\n", known("help")],
  ["help", known("help")],
  ["help me", known("help", "me")],
  ["list", known("list")],
  ["LIST Fintech", known("list", "Fintech")],
  ["new", known("new")],
  ["New Fintech DACH", known("new", "Fintech DACH")],
  ["  new   Fintech \t DACH ", known("new", "Fintech DACH")],
  ["new\u00A0Fintech\u00A0\u00A0DACH", known("new", "Fintech DACH")],
  ["new\nFintech", known("new", "Fintech")],
  ["“list”", known("list")],
  ["‘List’ Fintech", known("list", "Fintech")],
  ["“new Fintech DACH”", known("new", "Fintech DACH")],
  [" „Show Fintech“ ", known("show", "Fintech")],
  ["“”", known("help")],
  ["List.", known("list")],
  ["HELP!", known("help")],
  ["Doctor", known("doctor")],
  ["list “VP Sales” “active”", known("list", '"VP Sales" "active"')],
  ["\u200Bn\u0000ew Fin\u202Etech", known("new", "Fintech")],
])("reads %j", (text, command) => {
  expect(parseCommand(text)).toEqual(command);
});

it.each(["“active”", "„active“", "‟active”", "«active»", "″active″"])(
  "takes the quotes that phones write in %s for straight ones",
  (quoted) => {
    expect(parseCommand(`list ${quoted}`)).toEqual(known("list", '"active"'));
  },
);

it("takes back what Slack escapes, once", () => {
  expect(unescaped("new R&amp;D &lt;EU&gt;")).toBe("new R&D <EU>");
  expect(unescaped("new &amp;lt;")).toBe("new &lt;");
});

describe("a verb that it does not know", () => {
  it.each<[string, Verb]>([
    ["lst", "list"],
    ["lsit", "list"],
    ["lists", "list"],
    ["L", "list"],
    ["ls", "list"],
    ["all", "list"],
    ["shwo", "show"],
    ["open", "show"],
    ["nwe", "new"],
    ["key", "keys"],
    ["api", "keys"],
    ["cnonect", "connect"],
    ["conect", "connect"],
    ["kashew", "connect"],
    ["kashw", "connect"],
    ["docter", "doctor"],
    ["serch", "list"],
    ["search", "list"],
    ["find", "list"],
    ["nw", "new"],
    ["newest", "new"],
    ["create", "new"],
    ["craete", "new"],
    ["CREATE", "new"],
    ["add", "new"],
    ["make", "new"],
    ["hlep", "help"],
    ["helpme", "help"],
    ["usage", "help"],
    ["?", "help"],
  ])("%s was probably meant as %s", (said, nearest) => {
    expect(parseCommand(`${said}  Fintech  DACH`)).toEqual({
      kind: "unknown",
      said,
      rest: "Fintech DACH",
      nearest,
    });
  });

  it.each(["fintech", "delete", "__proto__", "constructor", "toString", "🔥", "字"])(
    "%s is nothing that it knows",
    (said) => {
      expect(parseCommand(said)).toEqual({ kind: "unknown", said, rest: "" });
    },
  );
});

it("reads any text, and what it reads is clean", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { rest } = parseCommand(text);
      expect(rest).not.toMatch(/^\s|\s$|\s\s|\p{Cc}|\p{Cs}/u);
    }),
  );
});

describe("printCommand", () => {
  it("prints what reads as the same command", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<Verb>("list", "new", "help"), (text, verb) => {
        const command = parseCommand(`${verb} ${text}`);
        if (command.kind !== "known") throw new Error(`${verb} is known`);
        expect(parseCommand(printCommand(command))).toEqual(command);
      }),
    );
  });

  it("fits a button's value", () => {
    const printed = printCommand({ verb: "new", rest: "🔥".repeat(1500) });
    expect(printed.length).toBeLessThanOrEqual(2000);
    expect(printed.isWellFormed()).toBe(true);
  });
});
