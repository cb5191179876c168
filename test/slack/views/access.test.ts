import fc from "fast-check";
import { expect, it } from "vitest";
import { AuditKind } from "../../../src/rules/audit.ts";
import { noticeMessage, noticeModal } from "../../../src/slack/notice.ts";
import { drawAccessAsk, drawAccessClosed } from "../../../src/slack/views/access-ask.ts";
import { drawAccessForm, readAccessForm } from "../../../src/slack/views/access-form.ts";
import {
  drawAnswer,
  drawAsked,
  drawAskedAlready,
  drawHeld,
  drawTooLate,
} from "../../../src/slack/views/access-request.ts";
import { drawAccess, drawAccessSet } from "../../../src/slack/views/access-shown.ts";
import { drawHistory } from "../../../src/slack/views/history.ts";
import { printHistoryAsk, readHistoryAsk } from "../../../src/slack/views/history-ask.ts";
import { drawInstalledMessage } from "../../../src/slack/views/installed.ts";
import type { Access } from "../../../src/usecases/show-access.ts";
import { anyDoer, anyText, anyUserId } from "../../support/arbitraries.ts";
import { expectSoundMessage, expectSoundModal } from "../../support/expect-sound.ts";
import { makeAccess } from "../../support/make-access.ts";
import { ana, ben } from "../../support/make-profile.ts";

const anyPeople = fc.uniqueArray(anyUserId, { maxLength: 30 });
const anyAccess: fc.Arbitrary<Access> = fc.record({
  writers: fc.constantFrom("admins", "members", "chosen"),
  chosen: anyPeople,
  guestsMayLook: fc.boolean(),
  icpAdmins: anyPeople,
  revision: fc.nat(),
  setInSlack: fc.subarray(["writers", "guestsMayLook", "icpAdmins"]),
});

it("shows who may do what in modals and a message that Slack takes", () => {
  fc.assert(
    fc.property(
      anyAccess,
      anyPeople,
      fc.option(anyUserId, { nil: undefined }),
      (access, admins, installer) => {
        expectSoundModal(drawAccessForm(access, { installer }));
        expectSoundModal(drawAccessForm(access, { installer, remark: "*Not saved*" }));
        expectSoundModal(drawAccess(access, { admins, installer, lacksScope: admins.length > 3 }));
        expectSoundModal(drawAccessSet(access, installer));
        const isOrganization = installer === undefined;
        expectSoundMessage(drawInstalledMessage({ name: "Acme", command: "/icp", access, isOrganization }));
      },
    ),
  );
});

it("takes a hundred people in each list", () => {
  const many = Array.from({ length: 100 }, (_, index) => `U${index}`) as unknown as Access["chosen"];
  const access = makeAccess({ writers: "chosen", chosen: many, icpAdmins: many });
  expectSoundModal(drawAccessForm({ ...access, revision: 1, setInSlack: [] }, { installer: ana }));
});

it.each(["", "{}", "null", '{"v":1,"revision":-1}', '{"v":2,"revision":1}', '{"v":1,"revision":1}'])(
  "reads nothing from a form that is not its own (%j)",
  (metadata) => {
    expect(readAccessForm(metadata, {}).kind).toBe("errors");
  },
);

it("asks and answers in messages and modals that Slack takes, and that mention nobody by a typed name", () => {
  const request = fc.record({
    id: fc.uuid(),
    by: fc.constant(ben),
    askedAt: fc.constant("2026-05-01T12:00:00.000Z"),
    state: fc.constantFrom("open", "allowed", "denied", "withdrawn"),
    closedBy: fc.constant(ana),
    closedAt: fc.constant("2026-05-01T14:05:00.000Z"),
    copies: fc.constant([]),
  });
  fc.assert(
    fc.property(request, anyText, anyText, fc.nat(4), (asked, name, closedBy, others) => {
      expectSoundMessage(drawAccessAsk(asked, { name, others, command: "/icp" }));
      expectSoundMessage(drawAccessClosed(asked, { name, closedBy }));
      expectSoundMessage(drawAnswer(asked, closedBy));
      const notices = [
        drawAsked(asked, others + 1),
        drawAskedAlready(asked),
        drawHeld(),
        drawTooLate(asked, closedBy),
      ];
      for (const notice of notices) {
        expectSoundMessage(noticeMessage(notice));
        expectSoundModal(noticeModal(notice));
      }
    }),
  );
});

it("says when a request was answered, and by whom, in plain words", () => {
  const closed = { id: "1", by: ben, askedAt: "", state: "allowed", copies: [] } as const;
  const message = drawAccessClosed(
    { ...closed, closedBy: ana, closedAt: "2026-05-01T14:05:00.000Z" },
    { name: "Ben Ito", closedBy: "Ana Ruiz" },
  );
  expect(message.text).toBe("Ben Ito asked to create and change ICP profiles. Ana Ruiz allowed this.");
  expect(JSON.stringify(message.blocks)).toContain("14:05 UTC");
  expect(JSON.stringify(message.blocks)).not.toContain("<@");
});

it("tells any history in a modal that Slack takes, and that mentions nobody by a typed name", () => {
  const entry = fc.record({
    at: fc.constant("2026-05-01T12:00:00.000Z"),
    by: anyDoer,
    kind: fc.constantFrom(...AuditKind.options),
    subject: fc.oneof(anyText, anyUserId),
    before: fc.oneof(
      anyText,
      anyPeople.map((people) => people.join(" ")),
    ),
    after: fc.oneof(
      anyText,
      anyPeople.map((people) => ["chosen", ...people].join(" ")),
    ),
  });
  const page = fc.record({
    entries: fc.array(entry, { maxLength: 10 }),
    page: fc.integer({ min: 1, max: 50 }),
    pages: fc.constant(50),
    total: fc.nat(500),
    by: fc.option(anyUserId, { nil: undefined }),
    isWhole: fc.boolean(),
  });
  fc.assert(fc.property(page, (each) => expectSoundModal(drawHistory(each))));
});

it("reads from a button which page of whose changes it shows, and takes anything else for the first page", () => {
  for (const by of [undefined, ana]) {
    const ask = { page: 12, by };
    expect(readHistoryAsk(printHistoryAsk(ask))).toEqual(ask);
  }
  for (const odd of ["", "-1", "x U0ANA!", "1e9"]) {
    expect(readHistoryAsk(odd)).toEqual({ page: 1, by: undefined });
  }
});
