import type { AppConfig } from "../../src/app.ts";
import type { Person } from "../../src/sandbox/server/person.ts";
import { startTeam } from "./start-team.ts";
import { acme, storesIn } from "./store-in.ts";
import { crewSeed } from "./walk-homes.ts";

/**
 * A team of everybody who may be there: Ana, an owner, and Owen, an admin; Ben, who is chosen to write, and Cleo, who is
 * not; Gus, a guest; Eve, of another workspace. `store` is what is kept here, whatever they are shown.
 */
export async function startCrew(config: Partial<AppConfig> = {}) {
  const team = await startTeam({ seed: { seed: crewSeed() }, ...config });
  const { slack } = team;
  const [ana, owen, ben, cleo, gus] = [
    slack.person("ana"),
    slack.person("owen"),
    slack.person("ben"),
    slack.person("cleo"),
    slack.person("gus"),
  ];
  const eve = slack.person("eve").goesTo("partners");
  await ana.types("/icp access");
  await ana.fills({
    "Who may create and change profiles (icp:write)": "ICP admins and the people chosen below",
    "Chosen people": ["ben"],
  });
  await ana.saves();
  await ana.sees("ICP admins and chosen people: @Ben Ito");
  await ana.closes({ all: true });
  const stores = await storesIn(team.config.dataDir);
  return { ...team, stores, store: stores.profilesOf(acme), ana, owen, ben, cleo, gus, eve };
}

/** Lets guests look, as Ana does it. */
export async function opensToGuests(ana: Person): Promise<void> {
  await ana.types("/icp access");
  await ana.fills({ Guests: true });
  await ana.saves();
  await ana.sees("May look");
  await ana.closes({ all: true });
}
