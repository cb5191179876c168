import fc from "fast-check";
import { expect, it } from "vitest";
import type { FaultCode } from "../../../src/errors.ts";
import { Fault } from "../../../src/errors.ts";
import type { DoctorReport } from "../../../src/slack/views/doctor.ts";
import { drawDoctor, drawReference } from "../../../src/slack/views/doctor.ts";
import { anyText } from "../../support/arbitraries.ts";
import { expectSoundMessage } from "../../support/expect-sound.ts";
import { ana } from "../../support/make-profile.ts";

const known = <Value>(value: Value) => ({ kind: "known" as const, value });
const broken = (code: FaultCode) => ({ kind: "fault" as const, fault: new Fault(code, "SQLITE_SECRET") });

const fine: DoctorReport = {
  examined: {
    kind: "examined",
    kashew: known(undefined),
    plan: known("pro"),
    writes: known({ used: 3, limit: 200 }),
    profiles: known({ total: 3, active: 1 }),
    storeKind: "SQLite",
    storeSize: known({ bytes: 49_152, freeBytes: 20 * 1024 ** 3, lastCopyAt: "2026-05-19T09:20:00.000Z" }),
    writing: known(undefined),
  },
  token: { kind: "valid", workspace: "Acme", missingScopes: [] },
  connection: { kind: "socket", connectedMs: 3 * 60_000, reconnects: 2 },
  faults: [],
  version: "1.2.3",
  upMs: 26 * 60 * 60_000,
  supportUrl: undefined,
};

it("says that nothing is wrong, and how everything stands", () => {
  const drawn = drawDoctor(fine);
  expectSoundMessage(drawn);
  expect(drawn.text).toBe("Nothing is wrong.");
  expect(words(drawn)).toEqual([
    "*Nothing is wrong.*",
    "Token Valid, for Acme",
    "Scopes All granted",
    "Way to Slack Socket Mode, connected for 3 minutes, again 2 times in 1 day",
    "Store SQLite, 48 KB, 20 GB free on its disk, last copy 19 May 2026, 09:20 UTC",
    "Plan Pro, 3 of 200 writes used today",
    "Profiles 3 profiles, 1 active",
    `Version 1.2.3, on Node ${process.versions.node}, up for 1 day`,
    "No error since the app was started.",
    "Check again",
  ]);
});

it("says what is wrong first, each part with its own fault", () => {
  const drawn = drawDoctor({
    ...fine,
    token: { kind: "valid", workspace: "Acme", missingScopes: ["chat:write"] },
    examined: { ...fine.examined, profiles: broken("store-newer"), writing: broken("store-read-only") },
    connection: { kind: "http" },
  });
  expectSoundMessage(drawn);
  expect(words(drawn).slice(0, 5)).toEqual([
    "*3 things are wrong.*",
    "Scopes chat:write is missing. It is for: Messages to people and channels that somebody asked for: a shared profile, an answer that came late. The operator can install the app again.",
    expect.stringMatching(/^Store SQLite, 48 KB, .*\. This workspace’s profiles can be read but not changed/),
    "Profiles This workspace’s profiles were written by a newer version of this app.",
    "Token Valid, for Acme",
  ]);
  expect(JSON.stringify(drawn)).not.toContain("SQLITE_SECRET");
});

const connected = {
  shownKey: "kshw_abcd1234_…",
  connectedBy: ana,
  connectedAt: "2026-05-01T12:00:00.000Z",
  state: "ok",
} as const;

it("tells how the workspace is connected with Kashew, whose count of writes is its own", () => {
  const writes = known({ used: 250, limit: 200, isEstimate: true as const });
  const drawn = drawDoctor({ ...fine, ...withParts({ kashew: known(connected), writes }) });
  expect(drawn.text).toBe("Nothing is wrong.");
  expect(words(drawn)).toEqual(
    expect.arrayContaining([
      "Kashew Connected with the key kshw_abcd1234_…",
      "Plan Pro, about 250 of 200 writes used today",
    ]),
  );
});

it.each<[string, Partial<DoctorReport>, string]>([
  ["a token that Slack refuses", { token: { kind: "refused", error: "token_revoked" } }, "(token_revoked)"],
  ["a silent Slack", { token: broken("slack-unreachable") }, "This app can’t reach Slack right now."],
  ["a plan without profiles", withParts({ plan: known("free") }), "which includes no profiles"],
  ["spent writes", withParts({ writes: known({ used: 200, limit: 200 }) }), "200 of 200 writes used today"],
  ["a full disk", withParts({ storeSize: known({ bytes: 1, freeBytes: 1024 }) }), "1.0 KB free on its disk"],
  ["a missing file", withParts({ storeSize: broken("store-unreachable") }), "can’t be reached"],
  [
    "a key that Kashew refuses",
    withParts({ kashew: known({ ...connected, state: "broken" }) }),
    "connect it anew",
  ],
  [
    "a key that may not write",
    withParts({ kashew: known({ ...connected, state: "read-only" }) }),
    "not create any",
  ],
])("takes %s for wrong", (_what, part, sentence) => {
  const { text } = drawDoctor({ ...fine, ...part });
  expect(text).toMatch(/^One thing is wrong\. /);
  expect(text).toContain(sentence);
});

it("shows at most the ten newest errors", () => {
  const faults = Array.from({ length: 30 }, (_, index) => faultCalled(`REF${100 + index}`));
  const drawn = drawDoctor({ ...fine, faults });
  expectSoundMessage(drawn);
  const newest = faults.slice(0, 10).map(({ reference }) => reference);
  expect(
    words(drawn)
      .join(" ")
      .match(/REF\d+/g),
  ).toEqual(newest);
});

it("finds an error by its reference, or says that it is not remembered, whatever was typed", () => {
  expect(drawReference("K7F2QX", faultCalled("K7F2QX")).text).toBe(
    "Reference K7F2QX: command list, store-busy. The profiles are busy with another change. Nothing was changed. Try again in a few seconds.",
  );
  fc.assert(fc.property(anyText, (text) => expectSoundMessage(drawReference(text || "x", undefined))));
});

function withParts(parts: Partial<DoctorReport["examined"]>): Partial<DoctorReport> {
  return { examined: { ...fine.examined, ...parts } };
}

function faultCalled(reference: string) {
  return { reference, at: "2026-05-19T09:20:00.000Z", did: "command list", code: "store-busy" as const };
}

/** What stands in the blocks, a line for each pair. */
function words({ blocks }: ReturnType<typeof drawDoctor>): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "section":
        return [block.text?.text ?? ""];
      case "context":
        return block.elements.map((element) => ("text" in element ? element.text : ""));
      case "actions":
        return block.elements.map((element) => (element.type === "button" ? element.text.text : ""));
      case "rich_text": {
        const [only] = block.elements;
        const texts = only?.type === "rich_text_section" ? only.elements : [];
        const whole = texts.map((text) => (text.type === "text" ? text.text : "")).join("");
        return whole.split("\n\n").map((pair) => pair.replace("\n", " "));
      }
      default:
        return [];
    }
  });
}
