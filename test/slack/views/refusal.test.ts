import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserId } from "../../../src/rules/people.ts";
import type { Missing } from "../../../src/rules/permission.ts";
import { Plan } from "../../../src/rules/plan.ts";
import { noticeMessage, noticeModal } from "../../../src/slack/notice.ts";
import { drawRefusal } from "../../../src/slack/views/refusal.ts";
import { anyText, anyUserId } from "../../support/arbitraries.ts";
import { expectSoundMessage, expectSoundModal } from "../../support/expect-sound.ts";
import { makeAccess } from "../../support/make-access.ts";

const access = makeAccess();
const strangers = ["guest", "stranger", "deactivated", "bot", "unknown"] as const;
const everyMissing: Missing[] = [
  ...strangers.map((standing) => ({ kind: "standing" as const, standing })),
  ...Plan.options.map((plan) => ({ kind: "plan" as const, plan })),
  { kind: "scope", scope: "icp:write" },
  { kind: "scope", scope: "icp:admin" },
  { kind: "plan", plan: "free", connectedBy: UserId.parse("U0ANA") },
  { kind: "connection", state: "broken" },
  { kind: "connection", state: "read-only" },
  { kind: "connection", state: "broken", mayReconnect: true },
  { kind: "connection", state: "read-only", mayReconnect: true },
];

const anyScene = fc.record(
  {
    workspaceName: anyText,
    admins: fc.uniqueArray(anyUserId),
    again: fc.constantFrom("help", `new ${"x".repeat(1996)}`),
  },
  { requiredKeys: ["workspaceName", "admins"] },
);

describe.each(everyMissing.map((missing) => [JSON.stringify(missing), missing] as const))(
  "%s",
  (_, missing) => {
    it("is said in a message and in a modal that Slack takes, and that mention nobody by a typed name", () => {
      fc.assert(
        fc.property(anyScene, fc.constantFrom("list", "create", "change"), (scene, action) => {
          const notice = drawRefusal({ kind: "refused", action, missing, access }, scene);
          expectSoundMessage(noticeMessage(notice));
          expectSoundModal(noticeModal(notice));
        }),
        { numRuns: 40 },
      );
    });
  },
);

it.each<[string, Missing, string]>([
  ["an ICP admin", { kind: "scope", scope: "icp:admin" }, "Here: <@U1> and <@U2>."],
  ["a scope", { kind: "scope", scope: "icp:write" }, "Can grant it: <@U1> and <@U2>."],
  ["a key that is taken", { kind: "connection", state: "broken" }, "Here: <@U1> and <@U2>."],
  ["a key that may write", { kind: "connection", state: "read-only" }, "Here: <@U1> and <@U2>."],
  ["a word of the admins", { kind: "standing", standing: "guest" }, "Here: <@U1> and <@U2>."],
  [
    "a plan",
    { kind: "plan", plan: "free", connectedBy: UserId.parse("U0ANA") },
    "<@U0ANA> connected Kashew and can change the plan there.",
  ],
])("names who can help where %s is missing, also to whoever reads the text alone", (_, missing, who) => {
  const admins = [UserId.parse("U1"), UserId.parse("U2")];
  const scene = { workspaceName: "Acme", admins, again: "list" };
  const notice = drawRefusal({ kind: "refused", action: "list", missing, access }, scene);
  expect(JSON.stringify(notice.blocks)).toContain(who);
  expect(noticeMessage(notice).text).toContain(who);
});

it("lets those reconnect who may, and nobody else", () => {
  const offering = everyMissing.filter((missing) =>
    JSON.stringify(
      drawRefusal({ kind: "refused", action: "create", missing, access }, { workspaceName: "", admins: [] }),
    ).includes("kashew-connect-open"),
  );
  expect(offering).toEqual(everyMissing.filter((missing) => "mayReconnect" in missing));
});

it("offers the profiles beside a missing scope in a message, and not in a modal, which can show no list", () => {
  const refused = { kind: "refused", action: "create", access } as const;
  const missing = { kind: "scope", scope: "icp:write" } as const;
  const notice = drawRefusal({ ...refused, missing }, { workspaceName: "Acme", admins: [] });
  expect(JSON.stringify(noticeMessage(notice))).toContain("View profiles");
  expect(JSON.stringify(noticeModal(notice))).not.toContain("View profiles");
});

it.each<Missing>([
  { kind: "plan", plan: "free" },
  { kind: "plan", plan: "free", connectedBy: UserId.parse("U0ANA") },
])("says what the plans include that have profiles: %j", (missing) => {
  const notice = drawRefusal(
    { kind: "refused", action: "list", missing, access },
    { workspaceName: "Acme", admins: [] },
  );
  const said = JSON.stringify(notice.blocks);
  expect(said).toContain("Pro includes 500 requests an hour and 200 writes a day; Max includes 1000");
  expect(said).not.toContain("Free includes");
});

it("offers to ask again exactly where that may help", () => {
  const scene = { workspaceName: "Acme", admins: [], again: "list" };
  const offering = everyMissing.filter((missing) =>
    /run:again|kashew-retry/.test(
      JSON.stringify(drawRefusal({ kind: "refused", action: "list", missing, access }, scene)),
    ),
  );
  expect(offering).toEqual(
    everyMissing.filter(
      (missing) =>
        missing.kind === "plan" ||
        // Of a key that is not taken Kashew is not asked again.
        (missing.kind === "connection" && missing.state === "read-only") ||
        (missing.kind === "standing" && missing.standing === "unknown"),
    ),
  );
});

it.each([
  [0, "Can grant it: owners and admins of this Slack workspace."],
  [1, "Can grant it: <@U1>."],
  [2, "Can grant it: <@U1> and <@U2>."],
  [5, "Can grant it: <@U1>, <@U2>, <@U3>, <@U4> and <@U5>."],
  [7, "Can grant it: <@U1>, <@U2>, <@U3>, <@U4>, <@U5> and 2 more."],
])("names those who can grant the scope, when Slack names %j of them", (count, sentence) => {
  const admins = Array.from({ length: count }, (_, index) => UserId.parse(`U${index + 1}`));
  const { blocks } = drawRefusal(
    { kind: "refused", action: "create", missing: { kind: "scope", scope: "icp:write" }, access },
    { workspaceName: "Acme", admins },
  );
  const who = blocks.find(({ block_id }) => block_id === "scope-who");
  const [element] = who?.type === "context" ? who.elements : [];
  expect(element).toMatchObject({ type: "mrkdwn", text: expect.stringContaining(sentence) });
});
