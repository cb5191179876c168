import fc from "fast-check";
import { expect, it } from "vitest";
import { Plan } from "../../../src/rules/plan.ts";
import { parseCommand } from "../../../src/slack/commands/parse-command.ts";
import { drawHelp, drawUnknownVerb } from "../../../src/slack/views/help.ts";
import { anyText } from "../../support/arbitraries.ts";
import { expectSoundMessage } from "../../support/expect-sound.ts";

const longestCommand = `/${"x".repeat(31)}`;
const anySupportUrl = fc.constantFrom(undefined, `https://example.com/${"x".repeat(480)}`);
const anyCommand = fc.constantFrom("/icp", longestCommand);

it("explains itself in a message that Slack takes, however many profiles there are", () => {
  const count = fc.record({ total: fc.nat(100_000), active: fc.nat(100_000) });
  const described = fc.record({
    kind: fc.constant("described" as const),
    mayCreate: fc.boolean(),
    mayAdminister: fc.boolean(),
    isGuest: fc.boolean(),
    plan: fc.constantFrom(...Plan.options),
    keeper: fc.constantFrom("workspace" as const, "kashew" as const),
  });
  fc.assert(
    fc.property(
      described,
      fc.option(count, { nil: undefined }),
      anyCommand,
      anySupportUrl,
      (answer, count, command, supportUrl) =>
        expectSoundMessage(drawHelp({ ...answer, ...(count && { count }) }, { command, supportUrl })),
    ),
  );
});

it("offers New profile to those who may create one, and to nobody else", () => {
  expect(help({ mayCreate: true })).toContain("run:new");
  expect(help({ mayCreate: false })).not.toContain("run:new");
  expect(help({ mayCreate: false })).toContain("icp:write");
});

it("tells of the doctor, the keys and the connection what they do, or else whom they are for", () => {
  const forAdmins = "are for ICP admins, whom `/icp access` names";
  expect(help({ mayAdminister: false })).toContain(forAdmins);
  expect(help({ mayAdminister: true })).not.toContain(forAdmins);
  for (const verb of ["doctor", "keys", "connect"]) {
    expect(help({ mayAdminister: true })).toContain(`• \`/icp ${verb}\` `);
    expect(help({ mayAdminister: false })).toContain(`\`/icp ${verb}\``);
  }
});

it.each([
  [false, "/icp list, /icp show, /icp new, /icp access, /icp connect, /icp keys, /icp doctor, /icp help."],
  [true, "/icp list, /icp show, /icp help."],
])("lists the commands in its text, too, for a guest (%j) those of guests", (isGuest, listed) => {
  expect(JSON.parse(help({ isGuest })).text).toContain(`Commands: ${listed}`);
});

it("tells a guest how to look, and nothing of rights, plans and writing", () => {
  const said = help({ isGuest: true });
  expect(said).toContain("/icp list");
  for (const word of ["/icp new", "/icp access", "connect", "keys", "doctor", "icp:write", "Plan"])
    expect(said).not.toContain(word);
});

it("repeats any unknown verb in a message that Slack takes, and that mentions nobody", () => {
  const anyLine = fc.oneof(
    anyText,
    anyText.map((text) => text.repeat(100).slice(0, 3900)),
  );
  fc.assert(
    fc.property(anyLine, anyCommand, fc.boolean(), (text, command, isGuest) => {
      const parsed = parseCommand(text);
      if (parsed.kind === "unknown") expectSoundMessage(drawUnknownVerb(parsed, { command, isGuest }));
    }),
    { numRuns: 200 },
  );
});

it.each([
  ["lst “VP Sales” active", "Run /icp list", 'list "VP Sales" active'],
  ["create Fintech DACH", "Run /icp new", "new Fintech DACH"],
  ["fintech dach active", "Search for it", "list fintech dach active"],
  ["?", "Run /icp help", "help"],
])("offers to do what %j probably meant", (text, label, value) => {
  expect(meantBy(text)).toMatchObject({ text: { text: label }, value });
});

it.each(["x".repeat(3000), `new${"🔥".repeat(1500)} ${"y".repeat(900)}`])(
  "repeats the beginning of a word that never ends",
  (text) => {
    const parsed = parseCommand(text);
    if (parsed.kind === "known") throw new Error("the verb is unknown");
    const message = drawUnknownVerb(parsed, { command: "/icp", isGuest: false });
    expectSoundMessage(message);
    expect(message.text.length).toBeLessThan(200);
  },
);

function help(may: { mayCreate?: boolean; mayAdminister?: boolean; isGuest?: boolean }): string {
  const described = {
    kind: "described",
    count: { total: 1, active: 1 },
    plan: "pro",
    keeper: "workspace",
  } as const;
  return JSON.stringify(
    drawHelp(
      { ...described, mayCreate: false, mayAdminister: false, isGuest: false, ...may },
      { command: "/icp" },
    ),
  );
}

function meantBy(text: string) {
  const parsed = parseCommand(text);
  if (parsed.kind === "known") throw new Error(`${text} is known`);
  const [, buttons] = drawUnknownVerb(parsed, { command: "/icp", isGuest: false }).blocks;
  return buttons?.type === "actions" ? buttons.elements[0] : undefined;
}
