import fc from "fast-check";
import { expect, it } from "vitest";
import { ConnectionState } from "../../../src/rules/connection.ts";
import { noticeModal } from "../../../src/slack/notice.ts";
import { drawConnectForm } from "../../../src/slack/views/connect-form.ts";
import { drawBroken, drawConnected, drawConnection } from "../../../src/slack/views/connection.ts";
import { drawCopyForm } from "../../../src/slack/views/copy-form.ts";
import { drawUnknownOutcome } from "../../../src/slack/views/unknown-outcome.ts";
import { anyForeignProfile, anyProfile, anyText } from "../../support/arbitraries.ts";
import { expectSoundModal } from "../../support/expect-sound.ts";
import { ana } from "../../support/make-profile.ts";

const held = { shownKey: "kshw_abcd1234_…", connectedBy: ana, connectedAt: "2026-05-01T12:00:00.000Z" };
const writes = { used: 3, limit: 200, isEstimate: true } as const;
const key = `V0123456789:${crypto.randomUUID()}`;

it("draws however a connection stands, and whatever is found there or copied, as Slack takes it", () => {
  const anyCount = fc.nat(100_000);
  fc.assert(
    fc.property(
      fc.constantFrom(...ConnectionState.options),
      fc.array(anyForeignProfile, { maxLength: 10 }),
      fc.array(anyProfile, { maxLength: 120 }),
      fc.tuple(anyCount, anyCount, anyText),
      (state, newest, toCreate, [keptHere, total, remark]) => {
        const connection = { ...held, state };
        const shown = { kind: "connected", connection, keptHere, requestsThisHour: total, writes } as const;
        expectSoundModal(drawConnection(shown, { remark: `x${remark}` }));
        expectSoundModal(drawConnected({ total, newest, keptHere, command: "/icp" }));
        expectSoundModal(drawCopyForm({ toCreate, there: keptHere }));
        expectSoundModal(drawConnectForm({ remark: `x${remark}` }));
      },
    ),
    { numRuns: 40 },
  );
  for (const looked of ["not-found", "not-sure"] as const) {
    expectSoundModal(noticeModal(drawUnknownOutcome({ looked }, key)));
  }
  expectSoundModal(noticeModal(drawBroken(held.shownKey)));
});

it("offers Check again where asking Kashew may help, and Reconnect where only another key does", () => {
  const offered = ConnectionState.options.map((state) => {
    const shown = { kind: "connected", connection: { ...held, state }, keptHere: 0 } as const;
    const view = JSON.stringify(drawConnection({ ...shown, requestsThisHour: 0, writes }));
    return [state, view.includes("Check again"), view.includes("Reconnect")];
  });
  expect(offered).toEqual([
    ["ok", false, false],
    ["broken", false, true],
    ["plan", true, false],
    ["read-only", true, false],
  ]);
});
