import { join } from "node:path";
import { expect, it } from "vitest";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { installInto } from "../support/install-app.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";
import { holdForWriting } from "../support/stored-file.ts";

const acme = { home: "T0ACME", person: "U0ANA" };
const lifeSeconds = 12 * 60 * 60;

async function startInstalled(): Promise<Team> {
  const team = await startTeam({ seed: { seed: installSeed({ tokenLifeSeconds: lifeSeconds }) } });
  await installInto(team, acme);
  return team;
}

const renewals = ({ slack }: Team) =>
  slack.exchanges.filter(
    ({ kind, payload }) => kind === "oauth.v2.access" && (payload as { grant_type?: string }).grant_type,
  );

async function asks(team: Team, name = "ana"): Promise<void> {
  await team.slack.person(name).types("/icp list");
  await team.slack.person(name).sees("No ICP profiles yet.");
}

it("renews a token that is about to end while people go on, once, and one that has ended before it answers", async () => {
  const team = await startInstalled();
  await asks(team);
  expect(renewals(team)).toHaveLength(0);
  team.clock.advance((lifeSeconds - 30 * 60) * 1000);
  await Promise.all(["ana", "ben", "owen"].map((name) => asks(team, name)));
  await expect.poll(() => team.logged.join("")).toContain("a token was renewed");
  expect(renewals(team)).toHaveLength(1);
  team.clock.advance((lifeSeconds + 60) * 1000);
  await Promise.all(["ana", "ben", "owen"].map((name) => asks(team, name)));
  expect(renewals(team)).toHaveLength(2);
  await team.restart();
  await asks(team);
  expect(renewals(team)).toHaveLength(2);
});

it("goes on with a token that still lives where Slack renews none just now", async () => {
  const team = await startInstalled();
  team.clock.advance((lifeSeconds - 30 * 60) * 1000);
  team.slack.failNext("oauth.v2.access", { status: 500 });
  await asks(team);
  await expect.poll(() => team.logged.join("")).toContain("a token could not be renewed yet");
  await asks(team);
  await expect.poll(() => renewals(team).length).toBe(2);
});

it("says in words that Slack cannot be reached where the token has ended meanwhile", async () => {
  const team = await startInstalled();
  team.clock.advance((lifeSeconds + 60) * 1000);
  team.slack.failNext("oauth.v2.access", { status: 500 });
  await team.slack.person("ana").types("/icp list");
  await team.slack.person("ana").sees("This app can’t reach Slack right now.");
  await asks(team);
});

it("asks to be installed again where Slack has taken the token back meanwhile", async () => {
  const team = await startInstalled();
  team.slack.failNext("oauth.v2.access", "token_revoked");
  team.clock.advance((lifeSeconds + 60) * 1000);
  await team.slack.person("ana").types("/icp list");
  await team.slack.person("ana").sees("removed from this workspace");
});

it("does not bring back an installation that was forgotten while its token was renewed", async () => {
  const team = await startInstalled();
  team.clock.advance((lifeSeconds - 30 * 60) * 1000);
  const held = team.slack.hold("oauth.v2.access");
  await asks(team);
  await team.slack.sendEvent({ type: "app_uninstalled" }, { team: "T0ACME" });
  await expect.poll(() => team.logged.join("")).toContain("left; data are kept");
  held.release();
  await team.slack.person("ana").types("/icp list");
  await team.slack.person("ana").sees("removed from this workspace");
});

it("loses no token that Slack has renewed while it could not be written down", async () => {
  const team = await startInstalled();
  team.clock.advance((lifeSeconds + 60) * 1000);
  const letGo = holdForWriting(join(team.config.dataDir, "control.sqlite"));
  for (const name of ["ana", "ben"]) await asks(team, name);
  letGo();
  await asks(team);
  expect(renewals(team)).toHaveLength(1);
  await team.restart();
  await asks(team);
  expect(renewals(team)).toHaveLength(1);
});
