import { expect, it } from "vitest";
import { findUntold, noteTold, remindToTell } from "../../src/usecases/untold-answers.ts";
import { makeAccess } from "../support/make-access.ts";
import { ana, ben } from "../support/make-profile.ts";
import { acme, storesIn } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

async function setUp() {
  const stores = await storesIn(temporaryFolder());
  const clock = { ms: Date.parse("2026-05-01T12:00:00Z") };
  const now = () => new Date(clock.ms);
  const deps = { ...stores, defaultPlan: "pro", defaultAccess: makeAccess(), now } as const;
  const access = stores.accessOf(acme);
  const { id } = (await access.request({ by: ben, at: now() })).request;
  await remindToTell(deps, { teamId: acme, id });
  return {
    clock,
    deps,
    id,
    answer: (state: "allowed" | "denied" | "withdrawn") =>
      access.close({ id, state, by: ana, at: now(), defaults: makeAccess() }),
    /** Which requests of those that are due Ben is to be told of, and how much is still due. */
    async look() {
      const told = [];
      for (const reminder of await stores.reminders.due(now())) told.push(await findUntold(deps, reminder));
      return {
        told: told.map((request) => request?.state),
        left: (await stores.reminders.due(now())).length,
      };
    },
  };
}

it.each(["allowed", "denied"] as const)(
  "tells of a request that was %s, a minute later and then each hour, for seven days",
  async (state) => {
    const { clock, answer, look } = await setUp();
    await answer(state);
    expect(await look()).toEqual({ told: [], left: 0 });
    clock.ms += minute;
    expect(await look()).toEqual({ told: [state], left: 0 });
    clock.ms += 60 * minute;
    expect(await look()).toEqual({ told: [state], left: 0 });
    clock.ms += 7 * day;
    expect(await look()).toEqual({ told: [undefined], left: 0 });
    clock.ms += day;
    expect(await look()).toEqual({ told: [], left: 0 });
  },
);

it("tells nothing that was told, that is still open, or that the person did themselves", async () => {
  const [told, open, withdrawn] = [await setUp(), await setUp(), await setUp()];
  await told.answer("allowed");
  await noteTold(told.deps, { teamId: acme, id: told.id });
  await withdrawn.answer("withdrawn");
  for (const { clock, look } of [told, open, withdrawn]) {
    clock.ms += minute;
    expect(await look()).toEqual({ told: [undefined], left: 0 });
    clock.ms += 60 * minute;
    expect(await look()).toEqual({ told: [], left: 0 });
  }
});
