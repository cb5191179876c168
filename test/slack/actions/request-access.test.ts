import { expect, it } from "vitest";
import type { Actor } from "../../../src/rules/people.ts";
import { UserId } from "../../../src/rules/people.ts";
import { requestAccess } from "../../../src/slack/actions/request-access.ts";
import type { Workplace } from "../../../src/slack/answer.ts";
import { bindUseCases } from "../../../src/usecases/use-cases.ts";
import { makeAccess } from "../../support/make-access.ts";
import { ana, ben } from "../../support/make-profile.ts";
import { acme, storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const owen = UserId.parse("U0OWEN");
const actor = { kind: "slack", teamId: acme, isInstaller: false } as const;
const asAna: Actor = { ...actor, userId: ana, standing: "owner" };
const asBen: Actor = { ...actor, userId: ben, standing: "member" };

it("brings a copy up to date that was still on its way when somebody answered another one", async () => {
  const stores = await storesIn(temporaryFolder());
  const now = () => new Date("2026-05-01T12:00:00Z");
  const usecases = bindUseCases({ ...stores, defaultPlan: "pro", defaultAccess: makeAccess(), now });
  const rewritten: [ts: string, text: string][] = [];
  const place: Workplace = {
    teamId: acme,
    adminsWith: async () => [ana, owen],
    installer: async () => undefined,
    nameOf: async (userId) => userId,
    async message(userId) {
      const { request } = await stores.accessOf(acme).request({ by: ben, at: now() });
      if (userId === owen) await usecases.answerRequest(asAna, { id: request.id, state: "allowed" });
      return { channel: "D1", ts: userId };
    },
    async rewrite({ ts }, { text }) {
      rewritten.push([ts, text]);
      return true;
    },
    askToken: () => Promise.reject(new Error("nobody asks")),
  };

  const answer = await requestAccess(usecases, "/icp")().answer(asBen, place);

  if (answer.kind !== "notice") throw new Error("it is said in a notice");
  await answer.afterwards?.();
  const closed = "U0BEN asked to create and change ICP profiles. U0ANA allowed this.";
  expect(rewritten.sort()).toEqual([
    [ana, closed],
    [owen, closed],
  ]);
});
