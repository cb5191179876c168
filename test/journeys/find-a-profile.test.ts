import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { fillTeam } from "../support/fill-team.ts";
import { numbered, saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

it("opens a profile by its name, by its beginning and in spite of a typo", async () => {
  const { slack } = await startTeam();
  await saveProfiles(slack.person("ana"), ["Fintech DACH", "Health UK"], { Description: "Ask Ana." });
  const ben = slack.person("ben");
  for (const typed of ["Fintech DACH", "fintech", "FINTEHC dach", "“health uk”"]) {
    await ben.types(`/icp show ${typed}`);
    await ben.sees("Finding prospects");
    await ben.sees(typed.includes("health") ? "Health UK" : "Fintech DACH");
    await ben.sees("Ask Ana.");
    await ben.closes({ all: true });
  }
});

it("offers those that a name may mean, and the nearest where it means none", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH", "Fintech UK", "Health UK", "Retail"]);
  await ana.types("/icp show fintech");
  await ana.sees("Several profiles match “fintech”. Choose one.");
  await ana.presses({ label: "Details of Fintech UK" });
  await ana.sees("Finding prospects");
  await ana.closes({ all: true });
  await ana.types("/icp show Healthc UK <!i>");
  await ana.sees("No profile is called “Healthc UK <!i>”. The nearest ones:");
  await ana.sees("Health UK");
  expect(ana.screen()).not.toContain("Retail");
});

it("offers all of them where none is called like what was typed", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH", "Retail"]);
  await ana.types("/icp show zzz");
  await ana.sees("No profile is called “zzz”, or anything like it. Choose from all profiles:");
  expect(ana.screen()).not.toContain("Retail");
  await ana.chooses("Find a profile by name", "Retail");
  await ana.sees("Finding prospects");
});

it("says how many a name may mean, and finds the one that is not among the closest five", async () => {
  const team = await startTeam();
  await fillTeam(
    team,
    numbered(12).map((name) => ({ name })),
  );
  const ana = team.slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("12 ICP profiles");
  await ana.types("/icp show profile");
  await ana.sees("12 profiles match “profile”. The closest 5:");
  await ana.chooses("Find a profile by name", "Profile 2");
  await ana.sees("Finding prospects");
  await ana.sees("Profile 2");
});

it("offers a profile of the name that none has to whom may create it", async () => {
  const { slack } = await startTeam();
  await saveProfiles(slack.person("ana"), ["Retail"]);
  const ben = slack.person("ben");
  await ben.types("/icp show Fintech");
  await ben.sees("No profile is called “Fintech”, or anything like it. Choose from all profiles:");
  expect(ben.screen()).not.toContain("[New profile]");
  const ana = slack.person("ana");
  await ana.types("/icp show “Fintech & Co”");
  await ana.presses({ label: "New profile called Fintech & Co" });
  await ana.sees("New ICP profile");
  expect(ana.modal?.values).toMatchObject({ Name: "Fintech & Co" });
});

it("tells the same in the loading view, where it is not known yet who asks", async () => {
  const { slack } = await startTeam();
  const ben = slack.person("ben");
  await ben.types("/icp show anything");
  await ben.sees("No profile is called “anything”. There are none in the list.");
  expect(ben.modal?.title).toBe("Which profile?");
});

it("shows the list where no name is given", async () => {
  const { slack } = await startTeam();
  const ben = slack.person("ben");
  await ben.types("/icp show");
  await ben.sees("No ICP profiles yet.");
});

it("finds any of 101 profiles from the list by typing a part of its name", async () => {
  const team = await startTeam();
  await fillTeam(
    team,
    numbered(101).map((name) => ({ name })),
  );
  const ana = team.slack.person("ana");
  await ana.types("/icp list");
  const newest = await ana.searches("Find a profile by name", "");
  expect(newest).toHaveLength(20);
  expect(newest[0]).toMatchObject({ text: "Profile 101", description: expect.stringMatching(/^Active · /) });
  const nearest = await ana.searches("Find a profile by name", "Porfiel 100");
  expect(nearest).toHaveLength(3);
  expect(nearest[0]?.description).toMatch(/^Nearest name · Active/);
  const none = await ana.searches("Find a profile by name", "qqqqqq");
  expect(none).toMatchObject([{ text: "No profile has a name like that" }]);
  await ana.chooses("Find a profile by name", "Profile 7");
  await ana.sees("Finding prospects");
  await ana.sees("Profile 7");
});

it("shows a guest no names", async () => {
  const { slack } = await startTeam();
  await saveProfiles(slack.person("ana"), ["Fintech DACH", "Fintech UK"]);
  const gus = slack.person("gus");
  await gus.types("/icp show fintech");
  await gus.sees("Guests can’t see ICP profiles here.");
  const { body } = await gus.sends({
    type: "block_suggestion",
    action_id: "profile-find",
    block_id: "list-filter:list",
    value: "",
  });
  expect(body).not.toContain("Fintech");
});

it("opens the same profile as often as it is chosen, in the list, after a search in vain and in the home", async () => {
  const { slack } = await startTeam();
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await saveProfiles(ana, ["Fintech DACH", "Retail"]);
  await ben.types("/icp list");
  await choosesTwice(ben);
  expect(ben.messages).toHaveLength(1);
  await ana.types("/icp list nothing of the kind");
  await choosesTwice(ana);
  await ana.sees("No profile matches “nothing of the kind”.");
  await ben.opensHome();
  await choosesTwice(ben);
});

async function choosesTwice(person: Person): Promise<void> {
  for (const _ of ["once", "once more"]) {
    await person.chooses("Find a profile by name", "Retail");
    await person.sees("Finding prospects");
    await person.closes({ all: true });
    await person.sees("(Find a profile by name)");
  }
}
