import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserId } from "../../../src/rules/people.ts";
import type { Missing } from "../../../src/rules/permission.ts";
import { Plan } from "../../../src/rules/plan.ts";
import { noticeMessage, noticeModal } from "../../../src/slack/notice.ts";
import { drawRefusal } from "../../../src/slack/views/refusal.ts";
import { anyText, anyUserId } from "../../support/arbitraries.ts";
import { expectSoundMessage, expectSoundModal } from "../../support/expect-sound.ts";

const strangers = ["guest", "stranger", "deactivated", "bot", "unknown"] as const;
const everyMissing: Missing[] = [
  ...strangers.map((standing) => ({ kind: "standing" as const, standing })),
  ...Plan.options.map((plan) => ({ kind: "plan" as const, plan })),
  { kind: "scope", scope: "icp:write" },
  { kind: "scope", scope: "icp:admin" },
];

const anyScene = fc.record(
  {
    workspaceName: anyText,
    holders: fc.option(fc.uniqueArray(anyUserId), { nil: undefined }),
    again: fc.constantFrom("help", `new ${"x".repeat(1996)}`),
  },
  { requiredKeys: ["workspaceName", "holders"] },
);

describe.each(everyMissing.map((missing) => [JSON.stringify(missing), missing] as const))(
  "%s",
  (_, missing) => {
    it("is said in a message and in a modal that Slack takes, and that mention nobody by a typed name", () => {
      fc.assert(
        fc.property(anyScene, fc.constantFrom("list", "create", "change"), (scene, action) => {
          const notice = drawRefusal({ kind: "refused", action, missing }, scene);
          expectSoundMessage(noticeMessage(notice));
          expectSoundModal(noticeModal(notice));
        }),
        { numRuns: 40 },
      );
    });
  },
);

it("offers to ask again exactly where that may help", () => {
  const scene = { workspaceName: "Acme", holders: [], again: "list" };
  const offering = everyMissing.filter((missing) =>
    JSON.stringify(drawRefusal({ kind: "refused", action: "list", missing }, scene)).includes("run:again"),
  );
  expect(offering).toEqual(
    everyMissing.filter(
      (missing) => missing.kind === "plan" || (missing.kind === "standing" && missing.standing === "unknown"),
    ),
  );
});

it.each([
  [undefined, "Owners and admins of this Slack workspace hold it."],
  [0, "Owners and admins of this Slack workspace hold it."],
  [1, "<@U1> holds it."],
  [2, "<@U1> and <@U2> hold it."],
  [5, "<@U1>, <@U2>, <@U3>, <@U4> and <@U5> hold it."],
  [7, "<@U1>, <@U2>, <@U3>, <@U4>, <@U5> and 2 more hold it."],
])("names those who hold the scope, when Slack names %j of them", (count, sentence) => {
  const holders =
    count === undefined
      ? undefined
      : Array.from({ length: count }, (_, index) => UserId.parse(`U${index + 1}`));
  const { blocks } = drawRefusal(
    { kind: "refused", action: "create", missing: { kind: "scope", scope: "icp:write" } },
    { workspaceName: "Acme", holders },
  );
  const who = blocks.find(({ block_id }) => block_id === "scope-who");
  const [element] = who?.type === "context" ? who.elements : [];
  expect(element).toMatchObject({ type: "mrkdwn", text: expect.stringContaining(sentence) });
});
