import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { refusalsSaid } from "../support/refusals-said.ts";
import { opensToGuests, startBesideKashew } from "../support/start-crew.ts";

const cannot = "Kashew’s API can’t change, pause or archive a profile, and tells of no owner and no history.";

async function startInKashew() {
  const crew = await startBesideKashew();
  for (let at = 1; at <= 11; at += 1) crew.stub.make({ name: `Made in Kashew ${at}`, is_active: at !== 2 });
  await crew.connects();
  return crew;
}

it("offers a corrected copy to whoever may write, says to others who may, and to all why there is no more", async () => {
  const { ana, ben, cleo, gus, eve, stub } = await startInKashew();
  await opensToGuests(ana);
  for (const person of [ana, ben]) {
    await looks(person);
    await person.sees(`${cannot} Change it in Kashew, or create a corrected copy.`);
    expect(person.modal?.buttons).toEqual(["Share…", "Create a corrected copy"]);
    await person.presses("Create a corrected copy");
    await person.fills({ Name: `Corrected by ${person.name}`, "Daily prospect limit": "25" });
    await person.saves();
    await person.sees("Profile saved");
    await person.closes({ all: true });
  }
  const [corrected, byBen] = [stub.profiles.at(-2), stub.profiles.at(-1)];
  expect(corrected).toMatchObject({ name: "Corrected by ana", daily_prospect_limit: 25 });
  expect(byBen).toMatchObject({ name: "Corrected by ben", daily_prospect_limit: 25 });

  await looks(cleo);
  await cleo.sees(
    `${cannot} Change it in Kashew; whoever may create profiles here can make a corrected copy.`,
  );
  expect(cleo.modal?.buttons).toEqual(["Share…"]);
  await cleo.closes();
  await cleo.types("/icp new");
  await cleo.sees("You can’t create ICP profiles here yet.");
  await looks(gus);
  expect(gus.modal?.buttons).toEqual([]);
  await gus.closes();
  await gus.types("/icp new");
  await gus.sees(refusalsSaid.guestWhoMayLook);
  await eve.types("/icp list");
  await eve.sees(refusalsSaid.stranger);
  expect(stub.count("POST")).toBe(2);
});

it("shows each in the home the profiles in Kashew, to search, filter and turn, and says that nothing is undone", async () => {
  const { ana, ben, cleo, gus, eve, slack } = await startInKashew();
  await gus.opensHome();
  await gus.sees(refusalsSaid.guest);
  await opensToGuests(ana);
  for (const person of [ana, ben, cleo, gus]) {
    await person.opensHome();
    await person.sees("10 active ICP profiles");
    await person.chooses("Active only", "All profiles");
    await person.sees("1–10 of 11, newest first · kept in Kashew");
    await person.presses("Next");
    await person.sees("11 of 11, newest first");
    await person.enters("Search", "kashew 11");
    await person.sees("1 ICP profile matches “kashew 11”");
    person.seesNot("[Undo]");
  }
  for (const person of [ana, ben, cleo]) {
    await person.sees("Its API changes and archives no profile, so nothing can be undone here.");
  }
  for (const person of [ben, cleo, gus]) person.seesNot("[Export]");
  await ana.presses({ label: "Export all profiles" });
  await ana.sees('"name": "Made in Kashew 11"');
  await slack.sendEvent({ type: "app_home_opened", user: eve.id, tab: "home" });
  await eve.goesTo("home").sees(refusalsSaid.stranger);
});

/** Finds the oldest on the second page, and opens it. */
async function looks(person: Person): Promise<void> {
  await person.types("/icp list");
  await person.sees("kept in Kashew, read");
  person.seesNot("Archived (");
  await person.presses("Next");
  await person.presses({ label: "Details of Made in Kashew 1" });
  await person.sees("Kept in Kashew · ");
  for (const words of ["⋯", "Owned by"]) person.seesNot(words);
}
