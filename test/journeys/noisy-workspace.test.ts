import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { betaInstallation, defaultSeed } from "../../src/sandbox/server/seed.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

const tooMany = "This workspace asks more of this app at once than it can take.";

it("tells a workspace that asks too much, wherever somebody asks, and serves the others meanwhile", async () => {
  const seed = defaultSeed();
  seed.app.installations.push(betaInstallation);
  const team = await startTeam({ requestsPerSecond: 1, defaultWriters: "members", seed: { seed } });
  const ana = team.slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.sees("New ICP profile");
  await exhaust(team, ana);

  await ana.saves();
  await ana.sees(`Not saved. ${tooMany}`);
  const [offer] = await ana.searches("Industries", "Fin");
  expect(offer?.text).toContain(tooMany.slice(0, 40));
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.sees(tooMany);
  await ana.starts("New ICP profile");
  await ana.sees(tooMany);
  await ana.closes({ all: true });

  const eve = team.slack.person("eve");
  await eve.types("/icp list");
  await eve.sees("No ICP profiles yet.");
  eve.seesNot(tooMany);

  team.clock.advance(60_000);
  await ana.types("/icp new Fintech");
  await ana.saves();
  await ana.sees("Profile saved");
});

/** Asks for help until nothing is left of the workspace's allowance. */
async function exhaust({ logged }: Team, person: Person): Promise<void> {
  while (!logged.some((line) => line.includes("fault:too-many"))) await person.types("/icp help");
}
