import { expect, it } from "vitest";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import type { Seed } from "../../src/sandbox/server/seed.ts";
import { installInto } from "../support/install-app.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

/** Acme’s members are Ben and Mia, besides Ana and Owen; Noa is one of Globex North, Pia one of Globex South. */
function seed(): Seed {
  const { people, ...rest } = installSeed();
  const member = (id: string, realName: string, workspace: string) =>
    ({ id, name: id.slice(2).toLowerCase(), realName, workspace, role: "member" }) as const;
  const others = people.filter(({ id }) => id !== "W0NOA");
  const members = [
    member("U0MIA", "Mia Holm", "T0ACME"),
    member("W0NOA", "Noa Berg", "T0NORTH"),
    member("W0PIA", "Pia Lund", "T0SOUTH"),
  ];
  return { ...rest, people: [...others, ...members] };
}

async function installedBy(person: string, home = "T0ACME"): Promise<Team> {
  const team = await startTeam({ seed: { seed: seed() } });
  await installInto(team, { home, person });
  return team;
}

it("makes whoever installed it an ICP admin, who is named, asked and shown as one", async () => {
  const { slack } = await installedBy("U0BEN");
  const [ben, mia] = [slack.person("ben"), slack.person("mia")];
  await ben.types("/icp new");
  await ben.sees("Save profile");
  await ben.closes();
  await ben.types("/icp access");
  await ben.sees("whatever is set here. So is @Ben Ito, who installed the app.");
  await ben.fills({ Guests: true });
  await ben.saves();
  await ben.sees("Owners and admins of this Slack workspace, and @Ben Ito, who installed the app");
  await ben.closes();
  await mia.types("/icp access");
  await mia.sees("@Ben Ito, @Ana Ruiz and @Owen Park @Ben Ito is one for having installed the app.");
  await mia.closes();
  await mia.opensHome();
  await mia.sees("Owners and admins of this Slack workspace, and @Ben Ito, who installed the app.");
  await mia.goesTo("general").types("/icp new");
  await mia.sees("Can grant it: @Ben Ito, @Ana Ruiz and @Owen Park.");
  await mia.presses("Request access");
  await mia.sees("Asked 3 admins.");
  await ben.goesTo("dm").presses("Allow");
  await ben.sees("Ben Ito allowed this,");
});

it("lets them no further than any guest once they are one, from the next thing that they do on", async () => {
  const { slack } = await installedBy("U0BEN");
  const [ana, ben, mia] = [slack.person("ana"), slack.person("ben"), slack.person("mia")];
  await ben.types("/icp new");
  await ben.fills({ Name: "Fintech" });
  slack.setRole("ben", "guest");
  await ben.saves();
  await ben.sees("Guests can’t see ICP profiles here.");
  await ana.types("/icp access");
  await ana.sees("Owners and admins of this Slack workspace are ICP admins always");
  ana.seesNot("installed the app");
  await mia.types("/icp new");
  await mia.sees("Can grant it: @Ana Ruiz and @Owen Park.");
  await mia.presses("Request access");
  await mia.sees("Asked 2 admins.");
});

it("knows the last one to install it as the installer, and the one before no longer", async () => {
  const team = await installedBy("U0BEN");
  const [ben, mia] = [team.slack.person("ben"), team.slack.person("mia")];
  await ben.types("/icp access");
  await ben.fills({ Guests: true });
  await installInto(team, { home: "T0ACME", person: mia.id });
  await ben.saves();
  await ben.sees("That is for ICP admins");
  await mia.types("/icp access");
  await mia.sees("So is @Mia Holm, who installed the app.");
  expect(mia.modal?.values).toMatchObject({ Guests: [] });
});

it("knows whoever installed it for an organization as an ICP admin of those workspaces that they belong to", async () => {
  const { slack } = await installedBy("W0NOA", "E0GLOBEX");
  const [noa, pia] = [slack.person("noa"), slack.person("pia")];
  await noa.types("/icp access");
  await noa.sees("So is @Noa Berg, who installed the app.");
  await pia.types("/icp new");
  await pia.sees("Can grant it: @Sol Vega.");
});
