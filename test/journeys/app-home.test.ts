import { expect, it, onTestFinished } from "vitest";
import { openSeal } from "../../src/stores/sql/encryption-keys.ts";
import { fillTeam } from "../support/fill-team.ts";
import { makeKey } from "../support/make-key.ts";
import { ana as anaId } from "../support/make-profile.ts";
import { numbered, saveProfiles } from "../support/save-profiles.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";
import { acme, storesIn } from "../support/store-in.ts";
import { startKashewStub } from "../wire/kashew-stub.ts";

const followEveryMs = 20;

it("opens for Ana with what to begin with, and follows what she creates from there", async () => {
  const { slack } = await startTeam({ followEveryMs, supportUrl: "https://example.com/help" });
  const ana = slack.person("ana");
  await ana.opensHome();
  await ana.sees("This app is for Kashew, not by Kashew.");
  await ana.sees("No ICP profiles yet.");
  await ana.sees("[Get help]");
  await ana.presses("New profile");
  await ana.fills({ Name: "Fintech DACH" });
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.closes({ all: true });
  await ana.sees("1 active ICP profile");
  await ana.sees("Fintech DACH: created");
  ana.seesNot("Show all");
  await ana.presses("Details of Fintech DACH");
  await ana.presses("Pause Fintech DACH");
  await ana.closes({ all: true });
  await ana.sees("No active profile. 1 profile in all.");
  await ana.sees("Fintech DACH: paused");
  await ana.presses("Help");
  await ana.sees("`/icp new Fintech DACH` opens the form");
});

it("says once in an empty home what a profile is, and tells Ben who can let him create one", async () => {
  const { slack } = await startTeam({ followEveryMs, icpAdmins: [anaId] });
  const ben = slack.person("ben");
  await ben.opensHome();
  await ben.sees(
    "*No ICP profiles yet.* Creating one needs the `icp:write` scope. Can grant it: owners and admins of this Slack workspace, and @Ana Ruiz.",
  );
  expect(ben.screen().match(/which companies and people/g)).toHaveLength(1);
  await ben.presses("Request access");
  await ben.closes();
  await ben.sees("You asked for access");
  ben.seesNot("[Request access]");
  await ben.goesTo("general").types("/icp list");
  await ben.sees("*No ICP profiles yet.* An ICP profile says which companies and people your team sells to.");
});

it("searches, filters and turns pages in place, and keeps that over what others do and a new start", async () => {
  const team = await startTeam({ followEveryMs });
  const { slack } = team;
  await fillTeam(team, [
    ...numbered(25).map((name) => ({ name, isActive: name !== "Profile 7" })),
    { name: "Retail" },
  ]);
  const ben = slack.person("ben");
  await ben.opensHome();
  await ben.sees("25 active ICP profiles");
  await ben.presses("Next");
  await ben.sees("11–20 of 25, newest first");
  await ben.enters("Search", "profile");
  await ben.sees("24 active ICP profiles match “profile”");
  await ben.chooses("Active only", "All profiles");
  await ben.sees("25 ICP profiles match “profile”");
  await ben.presses("Next");
  await ben.sees("11–20 of 25, newest first");
  await ben.presses("Next");
  await ben.sees("21–25 of 25, newest first");
  await team.restart();
  await ben.opensHome();
  await saveProfiles(slack.person("ana"), ["Profile of Ana"]);
  await ben.sees("21–26 of 26, newest first");
  await ben.enters("Search", "porfile 25");
  await ben.sees("No profile matches “porfile 25”. Nearest: Profile 25");
  await ben.presses("Show all 27");
  await ben.sees("27 ICP profiles");
  await ben.chooses("Find a profile by name", "Retail");
  await ben.sees("Finding prospects");
});

it("tells Ben how it stands and why, and asks Ana for him, who allows it in hers", async () => {
  const { slack } = await startTeam({ followEveryMs });
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await ana.opensHome();
  await ben.opensHome();
  await ben.sees("ICP admins only. _Not set here yet: the operator’s DEFAULT_WRITERS._");
  await ben.sees("Pro. _Not set for this workspace: the operator’s DEFAULT_PLAN._");
  await ben.sees("stay until whoever operates this app deletes them");
  for (const button of ["[New profile]", "[Export]", "[Kashew connection]", "[Allow]"]) ben.seesNot(button);
  await ben.goesTo("general").types("/icp new Health UK");
  ben.goesTo("home");
  await ben.sees("“Health UK” is not saved yet.");
  await ben.presses("Request access");
  await ben.sees("Asked 2 admins.");
  await ben.closes();
  await ben.sees("You asked for access");
  await ana.sees("@Ben Ito asks to create and change ICP profiles (`icp:write`).");
  await ana.presses("Allow");
  await ana.sees("Ben Ito asked to create and change ICP profiles. Ana Ruiz allowed this");
  await ana.closes();
  await ana.sees("ICP admins and chosen people: @Ben Ito. _Set here, in Slack._");
  ana.seesNot("Waiting for you");
  await expect.poll(() => ben.screen(), { timeout: 5000 }).not.toContain("Nobody has answered yet");
  await ben.presses("Continue");
  await ben.sees("New ICP profile");
  expect(ben.modal?.values).toMatchObject({ Name: "Health UK" });
});

it("tells guests and a plan that is too small what is missing, and shows them more as soon as there is", async () => {
  const team = await startTeam({ followEveryMs, defaultPlan: "free" });
  const { slack } = team;
  const [ana, ben, gus] = [slack.person("ana"), slack.person("ben"), slack.person("gus")];
  for (const person of [ana, ben, gus]) await person.opensHome();
  await gus.sees("Guests can’t see ICP profiles here.");
  for (const word of ["How it stands here", "/icp help"]) gus.seesNot(word);
  await ben.sees("*ICP profiles need the Pro plan or higher.* This workspace is on Free.");
  await ben.presses("Check again");
  ben.seesNot("Kashew connection");
  const stores = await storesIn(team.config.dataDir);
  await stores.workspaces.setPlan(acme, "max");
  await ben.sees("Max. _Set for this workspace by the operator._");
  await ben.sees("No ICP profiles yet.");
  await ana.presses("Set who may do what");
  await ana.fills({ Guests: ["Guests may look"] });
  await ana.saves();
  await gus.sees("No ICP profiles yet.");
  await gus.sees("`/icp help` lists what can be typed");
  for (const word of ["[New profile]", "How it stands here", "icp:write", "Max"]) gus.seesNot(word);
});

it("tells somebody of another workspace that the profiles are not theirs, and nothing else", async () => {
  const { slack } = await startTeam();
  await slack.sendEvent({ type: "app_home_opened", user: "U0EVE", tab: "home" });
  const eve = slack.person("eve").goesTo("home");
  await eve.sees("People of other workspaces and organizations can’t see them.");
  for (const word of ["How it stands", "New profile", "Plan"]) eve.seesNot(word);
});

it("keeps what of it can be known while Kashew doesn’t answer or refuses, and asks it again", async () => {
  const { team, stub } = await startConnected();
  const { slack } = team;
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  stub.always("GET", { kind: "answers", status: 503, body: {} });
  await ben.opensHome();
  await ben.sees("Kept in Kashew. The key works.");
  await ben.sees("[Check again]");
  stub.always("GET", undefined);
  stub.make({ name: "Made in Kashew" });
  await ben.presses("Check again");
  await ben.sees("Made in Kashew");
  ben.seesNot("[Undo]");
  stub.always("GET", { kind: "answers", status: 401, body: {} });
  team.clock.advance(60_000);
  await ana.opensHome();
  await ana.sees("Kashew doesn’t take this key any more. Replace it.");
});

it("hands Ana all profiles to copy, and says who exports more than Slack shows", async () => {
  const team = await startTeam({ followEveryMs });
  const ana = team.slack.person("ana");
  await fillTeam(team, [{ name: "Fintech DACH", description: "A\nB" }]);
  await ana.opensHome();
  await ana.presses("Export");
  await ana.sees('"name": "Fintech DACH"');
  await ana.closes();
  await fillTeam(
    team,
    numbered(1000).map((name) => ({ name })),
  );
  await ana.presses("Export");
  await ana.sees("npm run workspace -- export T0ACME");
});

it("says how old an export from Kashew is that can’t be read now", async () => {
  const { team, stub } = await startConnected();
  const ana = team.slack.person("ana");
  stub.make({ name: "Made in Kashew" });
  await ana.opensHome();
  await ana.sees("Made in Kashew");
  stub.always("GET", { kind: "answers", status: 500, body: "" });
  team.clock.advance(60_000);
  await ana.presses("Export");
  await ana.sees("Kept in Kashew, which can’t be read now. Last read");
  await ana.sees('"name": "Made in Kashew"');
});

async function startConnected() {
  const key = makeKey();
  const stub = await startKashewStub({ keys: [key] });
  onTestFinished(() => stub.close());
  const team: Team = await startTeam({ followEveryMs, kashewApiUrl: stub.url });
  const stores = await storesIn(team.config.dataDir);
  const connections = stores.connectionsWith(openSeal(team.config.encryptionKeys, () => undefined));
  await connections.connect({ teamId: acme, key, by: anaId, at: new Date(Date.now() - 60_000) });
  return { team, stub };
}

it("lists the profiles where Ana presses that in the help that she opened in her home, and turns their pages there", async () => {
  const team = await startTeam();
  await fillTeam(
    team,
    numbered(12).map((name) => ({ name })),
  );
  const ana = team.slack.person("ana");
  await ana.opensHome();
  await ana.presses("Help");
  await ana.sees("`/icp list` shows the profiles");
  await ana.presses("List profiles");
  await ana.sees("12 ICP profiles");
  await ana.presses({ label: "Next page, profiles 11–12" });
  await ana.sees("11–12 of 12, newest first");
  await ana.presses({ label: "Details of Profile 1" });
  await ana.sees("Finding prospects");
  expect(ana.dms).toEqual([]);
});
