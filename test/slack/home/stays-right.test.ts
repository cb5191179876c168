import fc from "fast-check";
import { expect, it } from "vitest";
import { depsOf } from "../../../src/deps.ts";
import { openSeal } from "../../../src/stores/sql/encryption-keys.ts";
import { bindUseCases } from "../../../src/usecases/use-cases.ts";
import { anyOperation } from "../../support/home-model.ts";
import { startTeam } from "../../support/start-team.ts";
import { storesIn } from "../../support/store-in.ts";
import { crewSeed, walkHomes } from "../../support/walk-homes.ts";

it("shows each of five people what is so, whatever they and a process beside the bot do", async () => {
  const team = await startTeam({ seed: { seed: crewSeed() }, defaultPlan: "business", followEveryMs: 5 });
  const stores = await storesIn(team.config.dataDir);
  let offset = 0;
  const now = () => Date.now() + offset;
  const seal = openSeal(team.config.encryptionKeys, () => undefined);
  const usecases = bindUseCases(depsOf(team.config, stores, { seal, now, report: () => undefined }));
  const advance = (ms: number) => {
    offset += ms;
    team.clock.advance(ms);
  };
  const { slack } = team;
  await fc.assert(
    fc.asyncProperty(fc.array(anyOperation, { minLength: 60, maxLength: 60 }), async (operations) => {
      // Somebody opens theirs, whatever else comes of chance.
      const opened = [{ do: "open", by: "ana" } as const, ...operations, { do: "open", by: "ben" } as const];
      const { wrong, looks } = await walkHomes(opened, { slack, usecases, now, advance });
      expect(wrong).toEqual([]);
      expect(looks).toBeGreaterThan(0);
    }),
    { numRuns: 1, endOnFailure: true },
  );
});
