import { expect, it } from "vitest";
import { pressed } from "../support/pressed.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

type Person = ReturnType<Team["slack"]["person"]>;

async function archive(person: Person, name: string, reason = "") {
  await person.types(`/icp show ${name}`);
  await person.chooses("More actions", "Archive…");
  await person.sees("Its name is free for another profile.");
  await person.fills({ Reason: reason });
  await person.saves();
  await person.sees("It is out of the list, and its name is free.");
}

it("archives a profile after saying what that does, with a reason and a way back, and its cards follow", async () => {
  const { slack } = await startTeam();
  const [ana, ben] = [slack.person("ana").goesTo("general"), slack.person("ben").goesTo("general")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  await archive(ana, "fintech", "We left Germany");
  await ana.sees(/Archived .* by @Ana Ruiz/);
  await ana.sees("Reason: We left Germany");
  await ben.sees("Archived · Out of the list since");

  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("Taken back by you.");
  await ben.sees("Active · Last changed");
  await ana.chooses("More actions", "Archive…");
  await ana.saves({ times: 2 });
  await ana.sees("It is out of the list, and its name is free.");
  ana.seesNot("Not in the list");
  await ben.sees("Archived · Out of the list since");
  await ben.presses({ label: "Details of Fintech DACH" });
  await ben.sees("It is out of the list, and its name is free.");
  expect(ben.modal?.buttons).toEqual(["History"]);
});

it("takes a profile back into the archive right after it was saved", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.presses("Undo the change of Fintech");
  await ana.sees("# Fintech It is out of the list, and its name is free. Nothing of it is deleted. [Undo]");
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.sees("The only ICP profile is archived.");
});

it("says on a card elsewhere that its profile is archived, once somebody refreshes it", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana").goesTo("sales");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  await archive(ana, "fintech");
  await ana.closes({ all: true });
  await ana.presses({ label: "Refresh Fintech DACH" });
  await ana.sees("Archived · As of");
  await ana.presses({ label: "Details of Fintech DACH" });
  await ana.presses("Restore");
  await ana.sees("Back in the list.");
  await ana.closes();
  await ana.presses({ label: "Refresh Fintech DACH" });
  await ana.sees("Active · As of");
});

it("lists what is archived, restores it unless its name is taken meanwhile, and takes that back", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp list");
  ana.seesNot("Archived (");
  await archive(ana, "fintech", "We left Germany");
  await ana.closes({ all: true });
  await saveProfiles(ana, ["FINTECH dach"]);
  await ana.types("/icp list");
  await ana.presses("Archived (1)");
  await ana.sees("Reason: We left Germany");
  await ana.presses({ label: "Restore Fintech DACH" });
  await ana.sees("“FINTECH dach” is a live profile’s name now. Nothing was changed: rename that one first.");
  await ana.closes({ all: true });
  await archive(ana, "fintech");
  await ana.closes({ all: true });

  await ana.types("/icp list");
  await ana.sees("*All 2 ICP profiles are archived.* Archived (2) shows them, with Restore.");
  ana.seesNot("No ICP profiles yet.");
  const ben = slack.person("ben");
  await ben.opensHome();
  await ben.sees("*All 2 ICP profiles are archived.* Archived (2) shows them. Creating one needs");
  await ben.presses("Archived (2)");
  await ben.sees("Page 1 of 1, 2 in all");
  await ana.presses("Archived (2)");
  await ana.presses({ label: "Restore Fintech DACH" });
  await ana.sees("“Fintech DACH”: Back in the list.");
  await ana.sees("Page 1 of 1, 1 in all");
  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("It is out of the list, and its name is free.");
  await ana.presses({ label: "History of Fintech DACH" });
  await ana.sees("4. Took back revision 3");
  expect(ana.modal?.buttons).toEqual(["Undo"]);
});

it("deletes for good what is archived, for an ICP admin who types its name, and says so on its cards", async () => {
  const { slack } = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [slack.person("ana"), slack.person("ben").goesTo("general")];
  await saveProfiles(ana, ["Fintech DACH", "Health"], { Industries: ["Quokkas"] });
  await ben.types("/icp show fintech");
  await ben.presses("Share…");
  await ben.saves();
  await ben.sees("is shared.");
  await ben.closes({ all: true });
  for (const name of ["fintech", "health"]) {
    await archive(ben, name);
    await ben.closes({ all: true });
  }
  await ben.types("/icp list");
  await ben.presses("Archived (2)");
  await ben.sees("Health");
  expect(new Set(ben.modal?.buttons)).toEqual(new Set(["Restore", "History"]));
  await ben.closes();

  await ana.types("/icp list");
  await ana.presses("Archived (2)");
  await ana.presses({ label: "Delete Fintech DACH for good" });
  await ana.fills({ "Type its name": "Health" });
  await ana.saves();
  expect(ana.modal?.errors).toEqual({ "Type its name": "Its name is “Fintech DACH”. Nothing was deleted." });
  await ana.fills({ "Type its name": "fintech dach" });
  await ana.saves({ times: 2 });
  await ana.sees("“Fintech DACH” is deleted for good.");
  await ana.sees("Page 1 of 1, 1 in all");
  await ben.sees("Ben Ito shared an ICP profile, which was deleted since.");
  expect(JSON.stringify(ben.messages)).not.toContain("Quokkas");
  await ana.closes();
  await ana.types("/icp access");
  await ana.presses("History of changes");
  await ana.sees("Deleted “Fintech DACH” for good");
});

it("says that there are no profiles any more, and not that there are none yet, once all are deleted", async () => {
  const { slack } = await startTeam();
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await archive(ana, "fintech");
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.presses("Archived (1)");
  await ana.presses({ label: "Delete Fintech DACH for good" });
  await ana.fills({ "Type its name": "fintech dach" });
  await ana.saves();
  await ana.sees("Nothing is archived.");
  await ana.closes({ all: true });

  await ana.types("/icp list");
  await ana.sees("*No ICP profiles any more.* All that there were are deleted for good.");
  expect(ana.messages.at(-1)?.text).toBe(
    "No ICP profiles any more. Press New profile to create another one.",
  );
  await ben.opensHome();
  await ben.sees("*No ICP profiles any more.* All that there were are deleted for good.");
});

it("lets members and guests who may look see the archive and change nothing in it, and strangers not even look", async () => {
  const { slack } = await startTeam();
  const [ana, ben, eve] = [slack.person("ana"), slack.person("ben"), slack.person("eve").goesTo("partners")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await archive(ana, "fintech");
  const [id = ""] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(JSON.stringify(ana.modal?.view)) ?? [];
  await ana.closes({ all: true });
  await ana.types("/icp access");
  await ana.fills({ Guests: true });
  await ana.saves();
  for (const person of [ben, slack.person("gus")]) {
    await person.types("/icp list");
    await person.presses("Archived (1)");
    await person.sees("Fintech DACH");
    expect(person.modal?.buttons).toEqual(["History"]);
  }
  await ben.sends(pressed({ action_id: "archived-restore", value: id }));
  await ben.sees("You can’t change ICP profiles here yet.");
  await ben.closes({ all: true });
  const state = { values: { "typed-name": { value: { value: "Fintech DACH" } } } };
  const private_metadata = JSON.stringify({ v: 1, profile: id });
  const forged = { id: "V0MADEUP", callback_id: "delete-form", private_metadata, state };
  const { body } = await ben.sends({ type: "view_submission", view: forged });
  expect(body).toContain("That is for ICP admins");
  await eve.sends(pressed({ action_id: "archived-open", value: "1" }));
  await eve.sees("The ICP profiles here belong to Acme.");
  await ana.types("/icp list");
  await ana.sees("Archived (1)");
});
