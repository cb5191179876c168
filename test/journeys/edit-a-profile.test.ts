import { expect, it } from "vitest";
import { opens } from "../support/gestures.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

async function startWithTwo() {
  const team = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [team.slack.person("ana"), team.slack.person("ben")];
  await saveProfiles(ana, ["Fintech DACH"]);
  for (const person of [ana, ben]) {
    await person.types("/icp show fintech");
    await person.presses("Edit");
    await person.sees("You are changing “Fintech DACH”.");
  }
  return { ...team, ana, ben };
}

it("changes a profile in the same form, says what changed and why, and takes it back", async () => {
  const { ana } = await startWithTwo();
  expect(ana.modal?.values).toMatchObject({ Name: "Fintech DACH", "Daily prospect limit": "10" });
  await ana.fills({ "Daily prospect limit": "25", Reason: "We hired" });
  await ana.saves();
  await ana.sees("Daily prospect limit: 10 → 25");
  await ana.presses("Details");
  await ana.presses("History");
  await ana.sees("Reason: We hired");
  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("Daily prospect limit: 25 → 10");
});

it("brings together what Ana and Ben changed in different fields while both had it open", async () => {
  const { ana, ben } = await startWithTwo();
  await ana.fills({ "Daily prospect limit": "25" });
  await ben.fills({ Description: "Lenders" });
  await ana.saves();
  await ana.sees("Changes saved");
  await ben.saves();
  await ben.sees("Changed by somebody else meanwhile, and kept: Daily prospect limit.");
  await ben.presses("Details");
  await ben.sees("Lenders");
  await ben.sees("25");
});

it("asks Ben about a field that Ana has changed too, with nothing chosen, and saves what he chooses", async () => {
  const { ana, ben } = await startWithTwo();
  await ana.fills({ "Daily prospect limit": "25", Description: "Banks" });
  await ben.fills({ "Daily prospect limit": "50", Description: "Lenders" });
  await ana.saves();
  await ana.sees("Changes saved");
  await ben.saves();
  await ben.sees(/by @Ana Ruiz, while your form was open/);
  await ben.sees(/As it is now\s+25/);
  expect(ben.modal?.values).toEqual({ Description: undefined, "Daily prospect limit": undefined });
  await ben.fills({ "Daily prospect limit": "As I have it", Description: "As it is now" });
  await ben.saves();
  await ben.sees("Daily prospect limit: 25 → 50");
  await ben.presses("Details");
  await ben.sees("Banks");
});

it("says what was saved, however impatiently Ana and Ben press, and after a choice between their values too", async () => {
  const { ana, ben } = await startWithTwo();
  await ana.fills({ "Daily prospect limit": "25" });
  await ana.saves({ times: 3 });
  await ana.sees("Daily prospect limit: 10 → 25");
  await ben.fills({ "Daily prospect limit": "50" });
  await ben.saves({ times: 3 });
  await ben.sees("Choose for each field that you both changed.");
  await ben.fills({ "Daily prospect limit": "As I have it" });
  await ben.saves({ times: 3 });
  await ben.sees("Daily prospect limit: 25 → 50");
});

it("takes a form that Ana went on filling after she saved it for another save", async () => {
  const { ana } = await startWithTwo();
  const { view } = ana.modal ?? expect.fail("no form is open");
  const saves = async (limit: string) => {
    const number = { type: "number_input", value: limit };
    const { state } = view as { state: { values: object } };
    const values = { ...state.values, dailyLimit: { value: number } };
    const { body } = await ana.sends({ type: "view_submission", view: { ...view, state: { values } } });
    return body;
  };
  expect(await saves("25")).toContain("10 → 25");
  expect(await saves("25")).toContain("10 → 25");
  expect(await saves("50")).toContain("Changed meanwhile");
});

it("saves what Ben had where he was asked, whatever he fills into another window meanwhile", async () => {
  const { ana, ben } = await startWithTwo();
  await ana.fills({ "Daily prospect limit": "25" });
  await ben.fills({ "Daily prospect limit": "50", Countries: ["Austria"] });
  await ana.saves();
  await ana.sees("Changes saved");
  await ben.saves();
  const conflict = ben.modal?.view ?? expect.fail("he is not asked");
  await ben.closes({ all: true });
  await opens(ben, "fintech", "Edit");
  await ben.presses("Start from what is saved");
  await ben.fills({ "Daily prospect limit": "70", Countries: ["Germany"] });
  const choice = { choice: { type: "radio_buttons", selected_option: { value: "mine" } } };
  const state = { values: { "choose:dailyLimit": choice } };
  const { body } = await ben.sends({ type: "view_submission", view: { ...conflict, state } });
  expect(body).toContain("Daily prospect limit: 25 → 50");
  expect(body).toContain("Countries: added Austria");
});

/** Ben has filled in more than a view can carry. */
async function startWithLargeConflict() {
  const team = await startWithTwo();
  const { ana, ben } = team;
  const titles = Array.from({ length: 45 }, (_, nth) => `${nth} ${"a".repeat(70)}`);
  await ana.fills({ "Daily prospect limit": "25" });
  await ben.fills({ "Daily prospect limit": "50", "Job titles": titles });
  await ana.saves();
  await ana.sees("Changes saved");
  await ben.saves();
  await ben.sees(/As it is now\s+25/);
  return team;
}

it("saves a great deal that Ben had where he was asked", async () => {
  const { ben } = await startWithLargeConflict();
  await ben.fills({ "Daily prospect limit": "As I have it" });
  await ben.saves();
  await ben.sees("Daily prospect limit: 25 → 50");
  await ben.sees("Job titles: added 0 aaa");
});

it("asks Ben anew rather than take what he filled into another window for a great deal that he had", async () => {
  const { ben } = await startWithLargeConflict();
  const conflict = ben.modal?.view ?? expect.fail("he is not asked");
  const choice = { choice: { type: "radio_buttons", selected_option: { value: "mine" } } };
  const state = { values: { "choose:dailyLimit": choice } };
  await ben.closes({ all: true });
  await opens(ben, "fintech", "Edit");
  await ben.presses("Start from what is saved");
  await ben.fills({ Countries: ["Germany"] });
  const { body } = await ben.sends({ type: "view_submission", view: { ...conflict, state } });
  expect(body).toContain("what you typed is not kept any more");
});

it("leads from one conflict to the next where somebody saves in between", async () => {
  const { slack, ana, ben } = await startWithTwo();
  const owen = slack.person("owen");
  await owen.types("/icp show fintech");
  await owen.presses("Edit");
  await ana.fills({ "Daily prospect limit": "25" });
  await ben.fills({ "Daily prospect limit": "50" });
  await ana.saves();
  await ana.sees("Changes saved");
  await ben.saves();
  await ben.sees(/As it is now\s+25/);
  await ana.presses("Details");
  await ana.presses("Edit");
  await ana.fills({ "Daily prospect limit": "30" });
  await ana.saves();
  await ana.sees("25 → 30");
  await ben.fills({ "Daily prospect limit": "As I have it" });
  await ben.saves();
  await ben.sees(/As it is now\s+30/);
  await ben.fills({ "Daily prospect limit": "As I have it" });
  await ben.saves();
  await ben.sees("30 → 50");
});

it("keeps what Ben typed where the profile is archived meanwhile, as a new one", async () => {
  const { ana, ben } = await startWithTwo();
  await ana.closes({ all: true });
  await ana.types("/icp show fintech");
  await ana.presses("History");
  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("It is out of the list, and its name is free.");
  await ben.fills({ Description: "Lenders" });
  await ben.saves();
  await ben.sees("This profile was archived meanwhile.");
  expect(ben.modal?.values).toMatchObject({ Name: "Fintech DACH", Description: "Lenders" });
  await ben.saves();
  await ben.sees("Profile saved");
});

it("makes a copy in the form for a new profile", async () => {
  const { ana } = await startWithTwo();
  await ana.closes({ all: true });
  await ana.types("/icp show fintech");
  await ana.chooses("More actions", "Make a copy");
  await ana.sees("A copy of “Fintech DACH”.");
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.sees("Fintech DACH (copy)");
});

it("changes one profile many times in a row without piling modals up, and saves nothing that is as it was", async () => {
  const { ana } = await startWithTwo();
  for (const limit of ["20", "30", "40", "50"]) {
    await ana.fills({ "Daily prospect limit": limit });
    await ana.saves();
    await ana.sees(`→ ${limit}`);
    await ana.presses("Details");
    await ana.presses("Edit");
    await ana.sees("You are changing");
  }
  await ana.saves();
  await ana.sees("“Fintech DACH” says that already. Nothing was changed.");
});
