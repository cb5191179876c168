import { expect, it } from "vitest";
import { pressed } from "../support/pressed.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";
import { acme, pathOf } from "../support/store-in.ts";
import { inSqlite } from "../support/stored-file.ts";

type Person = ReturnType<Team["slack"]["person"]>;

const day = 86_400_000;

async function startWithProfile() {
  const team = await startTeam({ defaultWriters: "members", followEveryMs: 20 });
  const [ana, ben] = [team.slack.person("ana"), team.slack.person("ben")];
  await saveProfiles(ana, ["Fintech DACH"]);
  return { ...team, ana, ben };
}

async function edits(person: Person, name = "fintech") {
  await person.types(`/icp show ${name}`);
  await person.presses("Edit");
  await person.sees("Edit ICP profile");
}

/** Slack tells of all that is filled in with the menu that is touched last. */
async function changesAndCloses(person: Person, fields: Parameters<Person["fills"]>[0]) {
  await edits(person);
  await person.sees("You are changing “Fintech DACH”.");
  await person.fills({ ...fields, Countries: ["Chile"] });
  await person.closes({ all: true });
}

it("offers Ben his own changes when he edits again, and leaves them where he starts from what is saved", async () => {
  const { ana, ben, clock, restart } = await startWithProfile();
  await changesAndCloses(ben, { Description: "Lenders" });
  clock.advance(7 * day - 60_000);
  await restart();
  await edits(ben);
  await ben.sees("Continue your changes of");
  await ben.sees("2 fields changed: Description, Countries");
  await ben.presses("Start from what is saved");
  await ben.sees("You are changing “Fintech DACH”.");
  expect(ben.modal?.values).toMatchObject({ Description: undefined, Countries: [] });
  await ben.closes({ all: true });

  await edits(ana);
  await ana.sees("You are changing “Fintech DACH”.");

  await edits(ben);
  await ben.presses("Continue changes");
  await ben.sees("You are going on with your changes of “Fintech DACH”.");
  expect(ben.modal?.values).toMatchObject({ Description: "Lenders", Countries: ["Chile"] });
  await ben.saves();
  await ben.sees("Countries: added Chile");
  await ben.presses("Details");
  await ben.presses("Edit");
  await ben.sees("You are changing “Fintech DACH”.");
});

it("brings Ben’s old changes together with what Ana saved meanwhile, and asks where both changed a field", async () => {
  const { ana, ben } = await startWithProfile();
  await changesAndCloses(ben, { Description: "Lenders", "Daily prospect limit": "50" });
  await edits(ana);
  await ana.fills({ Description: "Banks", "Minimum confidence": "0.9" });
  await ana.saves();
  await ana.sees("Changes saved");

  await edits(ben);
  await ben.sees("3 fields changed: Description, Daily prospect limit, Countries");
  await ben.sees("Somebody has saved other changes since.");
  await ben.presses("Continue changes");
  await ben.sees("you both changed a field you choose.");
  await ben.saves();
  await ben.sees(/As it is now\s+Banks/);
  expect(ben.modal?.values).toEqual({ Description: undefined });
  // What was not decided waits, too.
  await ben.closes({ all: true });
  await edits(ben);
  await ben.presses("Continue changes");
  await ben.saves();
  await ben.fills({ Description: "As it is now" });
  await ben.saves();
  await ben.sees("Daily prospect limit: 10 → 50");
  await ben.presses("Details");
  for (const words of ["Banks", "Chile", "0.9"]) await ben.sees(words);
});

it("keeps why Ben changes something, at a choice, a refused save and a conflict, until it is saved", async () => {
  const { ana, ben } = await startWithProfile();
  const continues = async (why: string) => {
    await edits(ben);
    await ben.presses("Continue changes");
    await ben.sees("You are going on");
    expect(ben.modal?.values).toMatchObject({ Reason: why });
  };
  await changesAndCloses(ben, { Reason: "We left Chile" });
  await continues("We left Chile");
  await ben.fills({ Name: " ", Reason: "We left Peru" });
  await ben.saves();
  await ben.sees("A name is needed");
  await ben.closes({ all: true });
  await continues("We left Peru");
  await saveProfiles(ana, ["Health"]);
  await ben.fills({ Name: "Health", Reason: "We left Cuba" });
  await ben.saves();
  await ben.sees("is taken by another profile");
  await ben.closes({ all: true });
  await continues("We left Cuba");
  await edits(ana);
  await ana.fills({ Description: "Banks" });
  await ana.saves();
  await ana.sees("Changes saved");
  await ben.fills({ Name: "Fintech DACH", Description: "Lenders", Reason: "We left Fiji" });
  await ben.saves();
  await ben.sees("As it is now");
  await ben.closes({ all: true });
  await continues("We left Fiji");
  await ben.saves();
  await ben.fills({ Description: "As I have it" });
  await ben.saves();
  await ben.sees("Changes saved");
  await ben.presses("Details");
  await ben.presses("History");
  await ben.sees("We left Fiji");
  await ben.closes({ all: true });
  await edits(ben);
  await ben.sees("You are changing “Fintech DACH”.");
  expect(ben.modal?.values).toMatchObject({ Reason: undefined });
});

it("offers no changes that are undone in the form, saved by somebody else, or a week old", async () => {
  const { ana, ben, clock } = await startWithProfile();
  await edits(ben);
  for (const Countries of [["Chile"], []]) await ben.fills({ Countries });
  await ben.closes({ all: true });
  await edits(ben);
  await ben.sees("You are changing “Fintech DACH”.");
  await ben.fills({ Countries: ["Chile"] });
  await ben.closes({ all: true });
  await edits(ana);
  await ana.fills({ Countries: ["Chile"], Description: "Banks" });
  await ana.saves();
  await ana.sees("Changes saved");
  await edits(ben);
  await ben.sees("You are changing “Fintech DACH”.");
  await ben.fills({ Countries: ["Peru"] });
  await ben.closes({ all: true });
  clock.advance(7 * day);
  await edits(ben);
  await ben.sees("You are changing “Fintech DACH”.");
});

it("keeps what a save held that a field or a name refused", async () => {
  const { ana, ben } = await startWithProfile();
  await saveProfiles(ana, ["Health"]);
  await edits(ben);
  await ben.fills({ Description: "Lenders", Name: " " });
  await ben.saves();
  await ben.sees("A name is needed");
  await ben.closes({ all: true });
  await edits(ben);
  await ben.sees("1 field changed: Description");
  await ben.presses("Continue changes");
  await ben.sees("You are going on");
  await ben.fills({ Name: "Health" });
  await ben.saves();
  await ben.sees("“Health” is taken by another profile.");
  await ben.closes({ all: true });
  await edits(ben);
  await ben.sees("2 fields changed: Name, Description");
});

it("lists changes in Ben’s home, continues them there, and makes a new profile of them after an archiving", async () => {
  const { ana, ben } = await startWithProfile();
  await changesAndCloses(ben, { Description: "Lenders" });
  await ben.opensHome();
  await ben.sees(
    "Your changes of “Fintech DACH” are not saved yet. 2 fields changed: Description, Countries.",
  );
  await ben.presses({ label: "Continue your changes of Fintech DACH" });
  await ben.sees("You are going on");
  await ben.closes({ all: true });
  await ana.types("/icp show fintech");
  await ana.chooses("More actions", "Archive…");
  await ana.saves();
  await ana.sees("It is out of the list");
  await ben.sees("It was archived meanwhile, so they can become a new profile.");
  await ben.presses({ label: "Continue your changes of Fintech DACH" });
  await ben.sees("This profile was archived meanwhile.");
  expect(ben.modal?.values).toMatchObject({ Name: "Fintech DACH", Description: "Lenders" });
  await ben.saves();
  await ben.sees("Profile saved");
  await ben.closes({ all: true });
  await expect.poll(() => ben.screen(), { timeout: 5000 }).not.toContain("are not saved yet");
});

it("keeps Ben’s changes while he may not change anything, and gives them to nobody else", async () => {
  const { slack, ana, ben } = await startWithProfile();
  await changesAndCloses(ben, { Description: "Lenders" });
  await ana.types("/icp access");
  await ana.fills({ "Who may create and change profiles (icp:write)": "ICP admins only" });
  await ana.saves();
  await ben.opensHome();
  await ben.sees("They can be saved once you may change profiles.");
  const id = await idOf(ana);
  await ben.goesTo("general").sends(pressed({ action_id: "edit-continue", value: id }));
  await ben.sees("You can’t change ICP profiles here yet.");
  for (const [name, words] of [
    ["gus", "Guests can’t see ICP profiles here."],
    ["eve", "The ICP profiles here belong to Acme."],
  ] as const) {
    const person = slack.person(name);
    if (name === "eve") person.goesTo("partners");
    await person.sends(pressed({ action_id: "edit-continue", value: id }));
    await person.sees(words);
    person.seesNot("Lenders");
  }
  await ana.closes({ all: true });
  await ana.sends(pressed({ action_id: "edit-continue", value: id }));
  await ana.sees("Your changes are not kept any more");
});

it("tells Ben that he may not save any more, also where a field is wrong, and keeps what he had", async () => {
  const { ana, ben } = await startWithProfile();
  await edits(ben);
  await ben.fills({ Description: "Lenders", Name: " " });
  const lets = async (who: string) => {
    await ana.types("/icp access");
    await ana.fills({ "Who may create and change profiles (icp:write)": who });
    await ana.saves();
  };
  await lets("ICP admins only");
  await ben.saves();
  await ben.sees("You can’t change ICP profiles here yet.");
  await ben.closes({ all: true });
  await lets("ICP admins and all full members");
  await ben.types("/icp new");
  await ben.fills({ Description: "Banks", Name: " " });
  await lets("ICP admins only");
  await ben.saves();
  await ben.sees("You can’t create ICP profiles here yet.");
  await ben.closes({ all: true });
  await lets("ICP admins and all full members");
  await ben.types("/icp new");
  await ben.presses("Continue draft");
  await ben.sees("How your team will find it.");
  expect(ben.modal?.values).toMatchObject({ Description: "Banks" });
  await ben.closes({ all: true });
  await edits(ben);
  await ben.presses("Continue changes");
  await ben.sees("You are going on");
  expect(ben.modal?.values).toMatchObject({ Description: "Lenders" });
});

it("goes on with Ben’s changes once Ana has let him in again", async () => {
  const { ana, ben } = await startWithProfile();
  await edits(ben);
  await ben.fills({ Description: "Lenders" });
  await ana.types("/icp access");
  await ana.fills({ "Who may create and change profiles (icp:write)": "ICP admins only" });
  await ana.saves();
  await ben.saves();
  await ben.sees("You can’t change ICP profiles here yet.");
  await ben.presses("Request access");
  await ben.sees("Asked 2 admins.");
  await ben.closes({ all: true });
  await ana.closes({ all: true });
  await ana.goesTo("dm").presses("Allow");
  await ben.goesTo("dm").sees("allowed your request");
  await ben.presses("Continue");
  await ben.sees("You are going on with your changes of “Fintech DACH”.");
  expect(ben.modal?.values).toMatchObject({ Description: "Lenders" });
});

it("lets Ben decide every difference of changes that an older version kept, so that nothing of Ana’s is lost", async () => {
  const { ana, ben, config } = await startWithProfile();
  await changesAndCloses(ben, { Description: "Lenders" });
  await edits(ana);
  await ana.fills({ "Daily prospect limit": "25" });
  await ana.saves();
  await ana.sees("Changes saved");
  inSqlite(pathOf(config.dataDir, acme), (sqlite) =>
    sqlite.exec("update drafts set draft = json_remove(draft, '$.revision', '$.reason')"),
  );
  await edits(ben);
  await ben.presses("Continue changes");
  await ben.saves();
  await ben.sees(/As it is now\s+25/);
  expect(Object.keys(ben.modal?.values ?? {})).toEqual(["Description", "Daily prospect limit", "Countries"]);
  await ben.fills({
    Description: "As I have it",
    "Daily prospect limit": "As it is now",
    Countries: "As I have it",
  });
  await ben.saves();
  await ben.sees("Countries: added Chile");
  await ben.presses("Details");
  for (const words of ["Lenders", "25"]) await ben.sees(words);
});

async function idOf(person: Person): Promise<string> {
  await person.closes({ all: true });
  await person.types("/icp show fintech");
  await person.sees("Profile id");
  return /Profile id ([0-9a-f-]{36})/.exec(person.screen())?.[1] ?? "";
}
