import { onTestFinished } from "vitest";
import type { AppConfig } from "../../src/app.ts";
import type { Person } from "../../src/sandbox/server/person.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";
import { makeKey } from "./make-key.ts";
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

/** The same beside a Kashew, to which Ana connects the workspace when told to. */
export async function startBesideKashew() {
  const key = makeKey();
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  const crew = await startCrew({ kashewApiUrl: stub.url });
  const { ana } = crew;
  return {
    ...crew,
    stub,
    async connects() {
      await ana.types("/icp connect");
      await ana.fills({ "API key": key });
      await ana.saves();
      await ana.sees("Connected.");
      await ana.closes();
    },
  };
}

/** Lets guests look, as Ana does it. */
export async function opensToGuests(ana: Person): Promise<void> {
  await ana.types("/icp access");
  await ana.fills({ Guests: true });
  await ana.saves();
  await ana.sees("May look");
  await ana.closes({ all: true });
}
