import { join } from "node:path";
import { expect, it } from "vitest";
import { TeamId } from "../../src/rules/people.ts";
import { installSeed } from "../../src/sandbox/server/install-seed.ts";
import { folderText } from "../support/folder-text.ts";
import { installInto } from "../support/install-app.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";
import { acme as acmeId, leaveProfiles, storesIn } from "../support/store-in.ts";
import { holdForWriting } from "../support/stored-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const acme = { home: "T0ACME", person: "U0ANA" };
const beta = { home: "T0BETA", person: "U0FINN" };
const globex = { home: "E0GLOBEX", person: "W0NOA" };
const dayMs = 24 * 60 * 60_000;
/** Nobody but the bot has the files open whose place is taken. */
const howStarted = { seed: { seed: installSeed() }, graceMs: 0 };

/** The bot with Acme’s installation and one profile of hers. */
async function startInstalled(more: Parameters<typeof startTeam>[0] = {}): Promise<Team> {
  const team = await startTeam({ ...howStarted, ...more });
  await installInto(team, acme);
  await saveProfiles(team.slack.person("ana"), ["Quokka"]);
  return team;
}

async function seesKept(team: Team): Promise<void> {
  await team.slack.person("ana").types("/icp list");
  await team.slack.person("ana").sees("Quokka");
}

async function seesNothingKept(team: Team): Promise<void> {
  await team.slack.person("ana").types("/icp list");
  await team.slack.person("ana").sees("No ICP profiles yet.");
}

/** Which of the words stand in a file of the bot, or in its name. */
function foundOnDisk({ config }: Team, words: readonly string[]): string[] {
  const text = folderText(config.dataDir);
  return words.filter((word) => text.includes(word));
}

const revoked = { type: "tokens_revoked", tokens: { bot: ["U0BOT0ACME"] } };
const uninstalled = { type: "app_uninstalled" };

it("keeps what a workspace had for seven days, and has it back where the app is installed again", async () => {
  const team = await startInstalled();
  await team.slack.uninstall("T0ACME");
  team.clock.advance(7 * dayMs - 60_000);
  await team.restart();
  expect((await installInto(team, acme)).text).toContain("is installed again");
  await seesKept(team);
  team.clock.advance(7 * dayMs);
  await team.restart();
  await seesKept(team);
});

it("finds out by itself that the app was taken away while nobody was there to hear of it", async () => {
  const team = await startInstalled();
  await installInto(team, beta);
  await saveProfiles(team.slack.person("finn"), ["Wombat"]);
  await team.app.stop();
  await team.slack.uninstall("T0ACME");
  await team.restart();
  await expect.poll(() => team.logged.join("")).toContain("found gone");
  team.clock.advance(7 * dayMs);
  await team.restart();
  await expect.poll(() => team.logged.join("")).toContain("its time after leaving is over");
  expect(folderText(team.config.dataDir)).not.toContain("Quokka");
  expect(folderText(team.config.dataDir)).toContain("Wombat");
});

it("leaves nothing of a workspace on disk when its days are over, even if nobody was there to count them", async () => {
  const team = await startInstalled();
  await installInto(team, beta);
  await saveProfiles(team.slack.person("finn"), ["Wombat"]);
  const traces = ["Quokka", "Acme", "T0ACME", "U0ANA"];
  expect(foundOnDisk(team, traces)).toEqual(traces);
  await team.slack.uninstall("T0ACME");
  team.clock.advance(7 * dayMs);
  await team.restart();
  await expect.poll(() => team.logged.join("")).toContain("its time after leaving is over");
  expect(foundOnDisk(team, [...traces, "Wombat"])).toEqual(["Wombat"]);
  await team.slack.person("finn").types("/icp list");
  await team.slack.person("finn").sees("Wombat");
  await installInto(team, acme);
  await seesNothingKept(team);
});

it("does so by itself while it runs", async () => {
  const team = await startInstalled({ upkeepEveryMs: 20, retentionDays: 1 });
  await team.slack.uninstall("T0ACME");
  expect(foundOnDisk(team, ["Quokka"])).toEqual(["Quokka"]);
  team.clock.advance(dayMs);
  await expect.poll(() => foundOnDisk(team, ["Quokka"]), { timeout: 5000 }).toEqual([]);
});

it("forgets the tokens at once", async () => {
  const team = await startInstalled();
  const token = team.slack.botToken("T0ACME");
  await team.slack.uninstall("T0ACME");
  expect(team.logged.join("")).toContain("left; data are kept for 7 days");
  await team.slack.sendEvent({ type: "app_home_opened", user: "U0ANA", tab: "messages" }, { team: "T0ACME" });
  await expect.poll(() => team.logged.join("")).toContain("answered for no installation");
  expect(foundOnDisk(team, ["v1."])).toEqual([]);
  expect(team.logged.join("")).not.toContain(token);
});

it.each([
  [[uninstalled, revoked]],
  [[revoked, uninstalled]],
  [[revoked]],
  [[uninstalled, uninstalled, revoked, revoked]],
])("counts from the first word of it, however it comes: %j", async (events) => {
  const team = await startInstalled();
  for (const event of events) {
    await team.slack.sendEvent(event, { team: "T0ACME" });
    team.clock.advance(dayMs);
  }
  await expect.poll(() => team.logged.join("")).toContain("left; data are kept");
  team.clock.advance((7 - events.length) * dayMs);
  await team.restart();
  await expect.poll(() => team.logged.join("")).toContain("its time after leaving is over");
  expect(foundOnDisk(team, ["Quokka"])).toEqual([]);
});

it("heeds no word of it that is older than the newest installation", async () => {
  const team = await startInstalled();
  const before = Math.floor((Date.now() - 5000) / 1000);
  for (const event of [uninstalled, revoked]) {
    await team.slack.deliver({
      kind: "event",
      body: {
        type: "event_callback",
        event_id: `Ev${event.type}`,
        event_time: before,
        team_id: "T0ACME",
        api_app_id: "A0SANDBOX",
        event,
      },
    });
  }
  team.clock.advance(8 * dayMs);
  await team.restart();
  await seesKept(team);
});

it("heeds an event that is sent again only once", async () => {
  const team = await startInstalled();
  await team.slack.sendEvent(uninstalled, { team: "T0ACME", eventId: "Ev1" });
  await installInto(team, acme);
  team.clock.advance(60_000);
  await team.slack.sendEvent(uninstalled, { team: "T0ACME", eventId: "Ev1" });
  await seesKept(team);
});

it("notes it though another process is writing just then", async () => {
  const team = await startInstalled();
  const letGo = holdForWriting(join(team.config.dataDir, "control.sqlite"));
  await team.slack.sendEvent(uninstalled, { team: "T0ACME" });
  await expect.poll(() => team.logged.join("")).toContain("a departure is not noted yet");
  letGo();
  await expect.poll(() => team.logged.join(""), { timeout: 5000 }).toContain("left; data are kept");
});

it("does not mind the tokens of people", async () => {
  const team = await startInstalled();
  team.clock.advance(60_000);
  await team.slack.sendEvent(
    { type: "tokens_revoked", tokens: { oauth: ["U0ANA"], bot: [] } },
    { team: "T0ACME" },
  );
  await seesKept(team);
});

it("forgets all workspaces of an organization that left, but one that has the app for itself", async () => {
  const team = await startGlobex();
  await team.slack.sendEvent(uninstalled, { team: "T0NORTH" });
  await installInto(team, { home: "T0SOUTH", person: "W0SOL" });
  team.clock.advance(7 * dayMs);
  await team.restart();
  await expect.poll(() => team.logged.join("")).toContain("its time after leaving is over");
  expect(foundOnDisk(team, ["Numbat", "Bilby"])).toEqual(["Bilby"]);
});

/** Globex has the app: Noa keeps Numbat in its workspace North, and Sol Bilby in South. */
async function startGlobex(more: Parameters<typeof startTeam>[0] = {}): Promise<Team> {
  const team = await startTeam({ ...howStarted, ...more });
  await installInto(team, globex);
  await saveProfiles(team.slack.person("noa"), ["Numbat"]);
  await saveProfiles(team.slack.person("sol"), ["Bilby"]);
  return team;
}

function logs({ logged }: Team, words: string): Promise<void> {
  return expect.poll(() => logged.join("")).toContain(words);
}

it("forgets with its organization a workspace that went on after the operator had forgotten it", async () => {
  const team = await startGlobex();
  const stores = await storesIn(team.config.dataDir);
  const north = TeamId.parse("T0NORTH");
  await stores.workspaces.forget(north);
  team.clock.advance(2000);
  await saveProfiles(team.slack.person("noa"), ["Potoroo"]);
  await team.slack.sendEvent(uninstalled, { team: "T0SOUTH" });
  team.clock.advance(7 * dayMs);
  await team.restart();
  const log = () => team.logged.join("");
  await expect.poll(log, { timeout: 5000 }).toContain("its time after leaving is over");
  for (const trace of ["Potoroo", "T0NORTH"]) expect(folderText(team.config.dataDir)).not.toContain(trace);
});

it("forgets one workspace that its organization took the app away from, and serves the others", async () => {
  const team = await startGlobex();
  const { slack, clock } = team;
  await slack.uninstall("T0NORTH");
  await logs(team, "left; data are kept for 7 days");
  clock.advance(5 * dayMs);
  await slack.install("T0NORTH");
  await logs(team, "back; its data are kept");
  await slack.uninstall("T0NORTH");
  clock.advance(6 * dayMs);
  await team.restart();
  await slack.person("sol").types("/icp list");
  await slack.person("sol").sees("Bilby");
  expect(foundOnDisk(team, ["Numbat"])).toEqual(["Numbat"]);
  clock.advance(dayMs);
  await team.restart();
  await logs(team, "its time after leaving is over");
  expect(foundOnDisk(team, ["Numbat", "T0NORTH"])).toEqual([]);
  await slack.install("T0NORTH");
  await slack.person("noa").types("/icp list");
  await slack.person("noa").sees("No ICP profiles yet.");
});

it("forgets a workspace a second time that came again after the first", async () => {
  const team = await startGlobex({ retentionDays: 0, upkeepEveryMs: 20 });
  const { slack } = team;
  const isGone = (name: string) =>
    expect.poll(() => foundOnDisk(team, [name]), { timeout: 5000 }).toEqual([]);
  await slack.uninstall("T0NORTH");
  await isGone("T0NORTH");
  await slack.install("T0NORTH");
  await saveProfiles(slack.person("noa"), ["Potoroo"]);
  await slack.sendEvent(uninstalled, { team: "T0SOUTH" });
  await isGone("Potoroo");
});

it("keeps the data of a workspace that has the app again, though nobody told the bot", async () => {
  const team = await startGlobex();
  await team.slack.sendEvent({ type: "team_access_revoked", team_ids: ["T0NORTH"] }, { team: "T0NORTH" });
  await logs(team, "left; data are kept for 7 days");
  team.clock.advance(7 * dayMs);
  team.slack.failNext("auth.teams.list", { status: 500 });
  await team.restart();
  await logs(team, "what is due is not done yet");
  await team.restart();
  await logs(team, "not forgotten: it has the app again");
  await team.slack.person("noa").types("/icp list");
  await team.slack.person("noa").sees("Numbat");
});

it("forgets it too where the organization’s token ended meanwhile, of which nobody told the bot", async () => {
  const team = await startGlobex();
  await team.slack.sendEvent({ type: "team_access_revoked", team_ids: ["T0NORTH"] }, { team: "T0NORTH" });
  await logs(team, "left; data are kept for 7 days");
  team.slack.revokeToken("T0NORTH");
  team.clock.advance(7 * dayMs);
  await team.restart();
  await logs(team, "its time after leaving is over");
  expect(foundOnDisk(team, ["Numbat"])).toEqual([]);
});

it("says where the app can be installed again to whoever still presses a button", async () => {
  const team = await startInstalled();
  await seesKept(team);
  await team.slack.sendEvent(uninstalled, { team: "T0ACME" });
  await team.slack.person("ana").types("/icp list");
  await team.slack.person("ana").sees("Add to Slack");
});

it("leaves the data of a workspace whose token is in the settings to whoever set it", async () => {
  const team = await startTeam();
  await saveProfiles(team.slack.person("ana"), ["Quokka"]);
  await team.slack.sendEvent(uninstalled);
  team.clock.advance(30 * dayMs);
  await team.restart();
  await seesKept(team);
  expect(team.logged.join("")).toContain("its data stay until they are forgotten by hand");
});

it("keeps the data of a workspace that left the install page’s app and is served by a token in the settings", async () => {
  const dataDir = temporaryFolder();
  await leaveProfiles(dataDir, ["Quokka"]);
  const { workspaces, departures } = await storesIn(dataDir);
  await workspaces.meet({ teamId: acmeId, name: "Acme" });
  const at = new Date(Date.now() - dayMs).toISOString();
  await departures.leave({ id: acmeId, at, dataUntil: at });
  const team = await startTeam({ dataDir });
  await seesKept(team);
  expect(await departures.due(new Date().toISOString())).toEqual([]);
});
