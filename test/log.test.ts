import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../src/errors.ts";
import type { Log } from "../src/log.ts";
import { createLog } from "../src/log.ts";

/** A signing secret has no shape; this one has letters that JSON and URLs write otherwise, too. */
const configured = '8f742231b10e"\\/ü&c0';

/** The whole, and the part of it that must not be seen. */
const secrets: [what: string, whole: string, secret: string][] = [
  ["a bot token", "xoxb-123456789012-abcdefABCDEF", "123456789012-abcdefABCDEF"],
  ["a person's token", "xoxp-1-2-3-abcdef", "1-2-3-abcdef"],
  ["a rotated token", "xoxe.xoxb-1-MDFkNTU", "1-MDFkNTU"],
  ["a refresh token", "xoxe-1-MDFkNTU", "1-MDFkNTU"],
  ["an app token", "xapp-1-A0123-456-deadbeef", "1-A0123-456-deadbeef"],
  ["a Kashew key", "kshw_abcd1234_0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"],
  ["a Kashew key with a dash", "kshw_abcd1234_0123456789ab-def_0123456789abcde", "-def_0123456789abcde"],
  ["a response_url", "https://hooks.slack.com/commands/T0ACME/123/s3cr3t", "T0ACME/123/s3cr3t"],
  ["a webhook of GovSlack", "https://hooks.slack-gov.com/services/T0ACME/B1/s3cr3t", "s3cr3t"],
  ["a response_url of the sandbox", "http://127.0.0.1:4000/hooks/commands/s3cr3t", "s3cr3t"],
  [
    "a response_url whose slashes are escaped",
    "https:\\/\\/hooks.slack.com\\/commands\\/T0\\/s3cr3t",
    "s3cr3t",
  ],
  ["a response_url in a form", "https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0%2Fs3cr3t", "s3cr3t"],
  ["a bearer header", "Authorization: Bearer s3cr3t.abc+/=", "s3cr3t"],
  ["a bearer header in lower case", "authorization: bearer s3cr3t", "s3cr3t"],
  ["a basic header", "Authorization: Basic czNjcjN0OnMzY3IzdA==", "czNjcjN0OnMzY3IzdA"],
  ["a workflow token", "xwfp-1-2-abcdef", "1-2-abcdef"],
  ["a signature", `X-Slack-Signature: v0=${"0123456789abcdef".repeat(4)}`, "0123456789abcdef"],
  ["a Socket Mode ticket", "wss://wss-primary.slack.com/link/?ticket=s3cr3t-1&app_id=A1", "s3cr3t"],
  ["a client secret in a form", "client_id=1.2&client_secret=s3cr3t&code=x", "s3cr3t"],
  ["a value that is configured as secret", configured, configured],
];

/** The ways in which a text gets into a line. */
const ways: [way: string, write: (log: Log, text: string) => void][] = [
  ["a message", (log, text) => log.info(text)],
  ["a field", (log, text) => log.info({ text }, "said")],
  ["a field's name", (log, text) => log.info({ [text]: 1 }, "said")],
  ["a nested field", (log, text) => log.warn({ a: [{ b: { text } }] }, "said")],
  ["an Error", (log, text) => log.error(new Error(text))],
  ["an Error beside a message", (log, text) => log.error({ err: new Error(text) }, "failed")],
  [
    "the cause of a Fault",
    (log, text) => log.error({ err: new Fault("unexpected", "", { cause: new Error(text) }) }),
  ],
  ["a stack", (log, text) => log.error({ err: withStack(text) }, "failed")],
  [
    "an Error's own field",
    (log, text) => log.error({ err: Object.assign(new Error(""), { data: { text } }) }),
  ],
];

/** What may stand around a secret, and what JSON makes of that. */
const settings: [around: string, place: (text: string) => string][] = [
  ["alone", (text) => text],
  ["after a line break", (text) => `first\n${text}\nlast`],
  ["after a tab", (text) => `first\t${text}\tlast`],
  ["in quotes", (text) => `"${text}"`],
  ["in JSON", (text) => JSON.stringify({ text })],
  ["in JSON after a line break", (text) => JSON.stringify({ text: `first\n${text}` })],
  ["in JSON within JSON", (text) => JSON.stringify(JSON.stringify({ text: `\n${text}` }))],
  ["after a letter", (text) => `x${text}`],
];

describe.each(secrets)("%s", (_, whole, secret) => {
  it.each(ways)("never stands in the log by way of %s", (_way, write) => {
    for (const [around, place] of settings) {
      const line = logged((log) => write(log, place(whole)));
      expect([around, line.includes(secret), line.includes("…")]).toEqual([around, false, true]);
      expect(() => JSON.parse(line)).not.toThrow();
    }
  });
});

it("shows of a Kashew key whose it is, and no more", () => {
  const line = logged((log) => log.info("kshw_abcd1234_0123456789abcdef0123456789abcdef"));
  expect(JSON.parse(line).msg).toBe("kshw_abcd1234_…");
});

it("leaves a line without a secret as it is", () => {
  const said = { ref: "K7F2QX", did: "action run:list", team: "T0ACME", user: "U0ANA", outcome: "done" };
  const line = logged((log) => log.info(said, "answered: fox-trot, boxed-in, 100% http://x.org/hooks"));
  expect(JSON.parse(line)).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    ...said,
    msg: "answered: fox-trot, boxed-in, 100% http://x.org/hooks",
  });
});

it.each([
  ["as it is", configured],
  ["in JSON", JSON.stringify({ configured }).slice(15, -2)],
  ["in a URL", encodeURIComponent(configured)],
])("hides a configured value %s", (_how, written) => {
  const line = logged((log) => log.info({ text: written }, `said ${written}.`));
  expect(JSON.parse(line)).toMatchObject({ text: "…", msg: "said …." });
});

it("takes no short value for a secret, which would blacken whole lines", () => {
  const lines: string[] = [];
  const log = createLog({
    level: "info",
    secrets: ["s", ""],
    to: { write: (line) => void lines.push(line) },
  });
  log.info("says so");
  expect(JSON.parse(lines.join("")).msg).toBe("says so");
});

it("stays JSON whatever stands around a secret", () => {
  const anySecret = fc.constantFrom(...secrets);
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      anySecret,
      fc.string({ unit: "binary" }),
      (before, [, whole], after) => {
        expect(() => JSON.parse(logged((log) => log.info(`${before}${whole}${after}`)))).not.toThrow();
      },
    ),
  );
});

it("writes nothing below its level", () => {
  expect(logged((log) => log.debug("whole payload"))).toBe("");
});

function withStack(text: string): Error {
  return Object.assign(new Error("failed"), { stack: `Error: failed\n    at ${text} (file.ts:1:1)` });
}

function logged(write: (log: Log) => void): string {
  const lines: string[] = [];
  write(createLog({ level: "info", secrets: [configured], to: { write: (line) => void lines.push(line) } }));
  return lines.join("");
}
