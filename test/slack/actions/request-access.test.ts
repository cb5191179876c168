import { expect, it } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { depsOf } from "../../../src/deps.ts";
import type { Person } from "../../../src/rules/people.ts";
import { UserId } from "../../../src/rules/people.ts";
import { requestAccess } from "../../../src/slack/actions/request-access.ts";
import type { Workplace } from "../../../src/slack/listening/answer.ts";
import { openSeal } from "../../../src/stores/sql/encryption-keys.ts";
import { bindUseCases } from "../../../src/usecases/use-cases.ts";
import { ana, ben } from "../../support/make-profile.ts";
import { acme, storesIn } from "../../support/store-in.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const owen = UserId.parse("U0OWEN");
const actor = { kind: "slack", teamId: acme, isInstaller: false } as const;
const asAna: Person = { ...actor, userId: ana, standing: "owner" };
const asBen: Person = { ...actor, userId: ben, standing: "member" };

it("brings a copy up to date that was still on its way when somebody answered another one", async () => {
  const folder = temporaryFolder();
  const stores = await storesIn(folder);
  const now = () => new Date("2026-05-01T12:00:00Z");
  const reading = readConfig({});
  if (reading.kind !== "config") throw new Error("The defaults are wrong.");
  const seal = openSeal({ kind: "own", folder }, () => undefined);
  const surroundings = { seal, now: () => now().getTime(), report: () => undefined };
  const usecases = bindUseCases(depsOf(reading.config, stores, surroundings));
  const rewritten: [ts: string, text: string][] = [];
  const place: Workplace = {
    teamId: acme,
    adminsWith: async () => [ana, owen],
    installer: async () => undefined,
    standingOf: async () => "member",
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
