import { expect, it } from "vitest";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { installInto } from "../support/install-app.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

async function opens(
  { slack }: Team,
  user: string,
  { tab = "messages", team = "T0ACME" }: { tab?: string; team?: string } = {},
): Promise<void> {
  await slack.sendEvent({ type: "app_home_opened", user, tab }, { team });
}

it("welcomes whoever opens the Messages tab, once, with what they may do", async () => {
  const team = await startTeam();
  const ana = team.slack.person("ana");
  await opens(team, ana.id, { tab: "home" });
  await opens(team, ana.id);
  await expect.poll(() => ana.dms.length).toBe(1);
  await ana.goesTo("dm").sees("say which companies and people your team sells to");
  await opens(team, ana.id);
  await Promise.all([opens(team, "U0BEN"), opens(team, "U0BEN")]);
  await team.restart();
  await opens(team, ana.id);
  await opens(team, "U0OWEN");
  await expect.poll(() => team.slack.person("owen").dms.length).toBe(1);
  expect([ana.dms.length, team.slack.person("ben").dms.length]).toEqual([1, 1]);
});

it("tells a guest that profiles are not for guests, and a person of elsewhere nothing", async () => {
  const team = await startTeam();
  await opens(team, "U0GUS");
  await opens(team, "U0EVE");
  await team.slack.person("gus").goesTo("dm").sees("Guests can’t see ICP profiles here.");
  await expect.poll(() => team.logged.filter((line) => line.includes("app_home_opened")).length).toBe(2);
  expect(team.slack.exchanges.filter(({ kind }) => kind === "chat.postMessage")).toHaveLength(1);
});

it.each([
  ["T0ACME", { id: "U0ANA", team: "T0ACME" }, { id: "U0OWEN", team: "T0ACME" }],
  ["E0GLOBEX", { id: "W0NOA", team: "T0NORTH" }, { id: "W0SOL", team: "T0SOUTH" }],
])(
  "welcomes of those who installed it in %s only whom it could not tell then",
  async (home, untold, told) => {
    const team = await startTeam({ seed: { seed: installSeed() } });
    team.slack.failNext("chat.postMessage", { status: 500 });
    for (const { id } of [untold, told]) await installInto(team, { home, person: id });
    for (const { id, team: there } of [told, untold, told]) await opens(team, id, { team: there });
    await expect.poll(() => team.logged.filter((line) => line.includes("app_home_opened")).length).toBe(3);
    const toldTo = ({ id }: { id: string }) => team.slack.person(id).dms.map(({ text }) => text);
    expect(toldTo(told)).toEqual([expect.stringContaining("is installed in")]);
    expect(toldTo(untold)).toEqual([expect.stringContaining("Commands: /icp list")]);
  },
);

it("welcomes at the next visit whom it could not tell at the first", async () => {
  const team = await startTeam();
  team.slack.failNext("chat.postMessage", { status: 500 });
  await opens(team, "U0ANA");
  await expect.poll(() => team.logged.join("")).toContain("answered with a fault");
  await opens(team, "U0ANA");
  await expect.poll(() => team.slack.person("ana").dms.length).toBe(1);
});
