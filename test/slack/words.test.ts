import fc from "fast-check";
import { expect, it } from "vitest";
import type { FaultCode } from "../../src/errors.ts";
import { Fault } from "../../src/errors.ts";
import { noticeMessage, noticeModal } from "../../src/slack/notice.ts";
import { drawFault, faultLine } from "../../src/slack/words.ts";
import { anyText } from "../support/arbitraries.ts";
import { expectSoundMessage, expectSoundModal } from "../support/expect-sound.ts";

const codes = Object.keys({
  "sealed-shut": 0,
  "slack-refused": 0,
  "slack-unreachable": 0,
  "store-busy": 0,
  "store-damaged": 0,
  "store-full": 0,
  "store-newer": 0,
  "store-read-only": 0,
  "store-unreachable": 0,
  "trigger-expired": 0,
  unexpected: 0,
} satisfies Record<FaultCode, 0>) as FaultCode[];

it.each(codes)(
  "says %s in words that Slack takes, with a reference and not a letter of what broke",
  (code) => {
    const anyAgain = fc.option(fc.constantFrom("help", `new ${"x".repeat(1996)}`), { nil: undefined });
    fc.assert(
      fc.property(anyText, anyAgain, (message, again) => {
        const fault = new Fault(code, `SQLITE_SECRET ${message}`, { cause: new Error(message) });
        const notice = drawFault(fault, { reference: "K7F2QX", ...(again === undefined ? {} : { again }) });
        expectSoundMessage(noticeMessage(notice));
        expectSoundModal(noticeModal(notice));
        expect(JSON.stringify(notice)).toContain("Reference K7F2QX");
        expect(JSON.stringify(notice)).not.toContain("SQLITE_SECRET");
      }),
      { numRuns: 30 },
    );
  },
);

it("offers to try again only where there is a command to run again", () => {
  const shown = (again?: string) =>
    JSON.stringify(drawFault(new Fault("store-busy", ""), { reference: "K7F2QX", ...(again && { again }) }));
  expect(shown("list")).toContain('"value":"list"');
  expect(shown()).not.toContain("run:again");
});

it.each(codes)("says %s in one line that fits under a field", (code) => {
  const line = faultLine(new Fault(code, ""), "K7F2QX");
  expect(line).toMatch(/^[^\n]{20,250}$/);
  expect(line).toMatch(/\. Reference K7F2QX\.$/);
});
