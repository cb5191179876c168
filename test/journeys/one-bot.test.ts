import { expect, it } from "vitest";
import { startApp } from "../../src/app.ts";
import { createLog } from "../../src/log.ts";
import { withOperator } from "../../src/operate.ts";
import { plans } from "../../src/rules/plan.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";
import { acme } from "../support/store-in.ts";

const log = createLog({ level: "silent" });

it("refuses a second bot on the same data with a sentence, while the first one goes on", async () => {
  const { slack, app, config } = await startTeam();
  const second = startApp(config, { log });
  await expect(second).rejects.toMatchObject({
    name: "StartProblem",
    message: `Another bot is running on ${config.dataDir}. Stop it, or set DATA_DIR.`,
  });
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");

  await app.stop();
  const next = await startApp(config, { log });
  await next.identified;
  await next.stop();
});

it("lets go of the data when its port is taken", async () => {
  const { app, config } = await startTeam();
  const { config: elsewhere, app: other } = await startTeam();
  await other.stop();
  const taken = startApp({ ...elsewhere, port: app.port }, { log });
  await expect(taken).rejects.toMatchObject({ message: expect.stringContaining("is taken") });
  const free = await startApp(elsewhere, { log });
  await free.identified;
  await free.stop();
  expect(config.dataDir).not.toBe(elsewhere.dataDir);
});

it("lets the operator look and set a plan beside the running bot, which goes by it at once", async () => {
  const { slack, config } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech", "Health"]);
  await saveProfiles(ana, ["Freight"], { Active: false });

  const shown = await withOperator(config, (usecases) => usecases.showWorkspace(acme));
  expect(shown).toEqual({
    teamId: acme,
    name: "Acme",
    plan: "pro",
    isDefaultPlan: true,
    profiles: 3,
    active: 2,
    writes: { used: 3, limit: plans.pro.writesPerDay },
  });
  await ana.types("/icp help");
  await ana.sees("3 ICP profiles, 2 active");

  await withOperator(config, (usecases) => usecases.setPlan({ teamId: acme, plan: "free" }));
  await ana.types("/icp list");
  await ana.sees("This workspace is on Free.");
  await withOperator(config, (usecases) => usecases.setPlan({ teamId: acme, plan: "max" }));
  await ana.presses("Check again");
  await ana.sees("3 ICP profiles");
});
