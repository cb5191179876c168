import fc from "fast-check";
import { expect, it } from "vitest";
import type { FaultCode, Said } from "../../src/errors.ts";
import { Fault } from "../../src/errors.ts";
import { noticeMessage, noticeModal } from "../../src/slack/notice.ts";
import { drawFault, faultLine } from "../../src/slack/words.ts";
import { anyText } from "../support/arbitraries.ts";
import { expectSoundMessage, expectSoundModal } from "../support/expect-sound.ts";

const codes = Object.keys({
  "kashew-busy": 0,
  "kashew-conflict": 0,
  "kashew-cut": 0,
  "kashew-down": 0,
  "kashew-invalid": 0,
  "kashew-key-refused": 0,
  "kashew-plan": 0,
  "kashew-refused": 0,
  "kashew-scope": 0,
  "kashew-slow": 0,
  "kashew-unreachable": 0,
  "kashew-unreadable": 0,
  "sealed-shut": 0,
  "post-unconfirmed": 0,
  "reply-expired": 0,
  "slack-busy": 0,
  "slack-late": 0,
  "slack-refused": 0,
  "slack-slow": 0,
  "slack-unreachable": 0,
  "store-busy": 0,
  "store-damaged": 0,
  "store-full": 0,
  "store-newer": 0,
  "store-read-only": 0,
  "store-unreachable": 0,
  "too-many": 0,
  "trigger-expired": 0,
  "trigger-used": 0,
  unexpected: 0,
} satisfies Record<FaultCode, 0>) as FaultCode[];

it.each(codes)(
  "says %s in words that Slack takes, with a reference and not a letter of what broke",
  (code) => {
    const anyAgain = fc.option(fc.constantFrom("help", `new ${"x".repeat(1996)}`), { nil: undefined });
    fc.assert(
      fc.property(anyText, anyAgain, (message, again) => {
        const fault = new Fault(code, `SQLITE_SECRET ${message}`, { cause: new Error(message) });
        const supportUrl = "https://example.com/help";
        const notice = drawFault(fault, { reference: "K7F2QX", again, supportUrl });
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

it("says how many seconds Slack asks to wait, where it says so", () => {
  const line = (retryAfterSeconds?: number) =>
    faultLine(new Fault("slack-busy", "", { ...(retryAfterSeconds && { retryAfterSeconds }) }), {
      reference: "K7F2QX",
    });
  expect(line(30)).toMatch(/^Slack asks this app to wait 30 s\. Nothing was changed\./);
  expect(line()).toMatch(/^Slack asks this app to wait a little\./);
});

it("repeats what Kashew says of a value, cut, and which scope a key lacks", () => {
  const line = (code: FaultCode, said: Omit<Said, "status">) =>
    faultLine(new Fault(code, "", { said: { status: 422, ...said } }), { reference: "K7F2QX" });
  expect(line("kashew-invalid", { detail: "name: too long." })).toMatch(
    /^Kashew refused a value: name: too long\. /,
  );
  expect(line("kashew-invalid", { detail: "x".repeat(9000) })).toMatch(/^.{20,250}$/);
  const fields = [
    { field: "daily_prospect_limit", message: "Input should be less than 500." },
    { field: "target_countries", message: "unknown country" },
    { field: "seats", message: "x".repeat(300) },
  ];
  expect(line("kashew-invalid", { detail: "", fields })).toMatch(
    /^Kashew refused a value: Daily prospect limit: Input should be less than 500; Countries: unknown country; seats: x+…\. Nothing/,
  );
  expect(line("kashew-scope", { detail: "", scope: "icp:write" })).toContain("lacks the scope icp:write.");
});

it("sends to whoever helps exactly where nobody here can explain", () => {
  const supportUrl = "https://example.com/help";
  const sending = codes.filter((code) => {
    const fault = new Fault(code, "");
    const notice = JSON.stringify(drawFault(fault, { reference: "K7F2QX", supportUrl }));
    const line = faultLine(fault, { reference: "K7F2QX", supportUrl });
    expect(notice.includes(supportUrl)).toBe(line.includes(supportUrl));
    return line.includes(supportUrl);
  });
  expect(sending).toEqual(["unexpected"]);
  expect(JSON.stringify(drawFault(new Fault("unexpected", ""), { reference: "K7F2QX" }))).not.toContain(
    "Get help",
  );
});

it("says Try again of what one more try may cure, and Check again of what somebody has to mend", () => {
  const label = (code: FaultCode) =>
    /"(\w+ again)"/.exec(
      JSON.stringify(drawFault(new Fault(code, ""), { reference: "K7F2QX", again: "list" })),
    );
  expect(codes.filter((code) => label(code)?.[1] === "Check again")).toEqual([
    "kashew-conflict",
    "kashew-invalid",
    "kashew-key-refused",
    "kashew-plan",
    "kashew-scope",
    "sealed-shut",
    "post-unconfirmed",
    "store-damaged",
    "store-full",
    "store-newer",
    "store-read-only",
  ]);
});

it.each(codes)("says %s in one line that fits under a field", (code) => {
  const line = faultLine(new Fault(code, ""), { reference: "K7F2QX" });
  expect(line).toMatch(/^[^\n]{20,250}$/);
  expect(line).toMatch(/\. Reference K7F2QX\.$/);
});
