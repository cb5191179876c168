import { expect, it } from "vitest";
import { startTeam } from "../support/start-team.ts";

it("tells Ben which scope is missing and who can grant it, from a warm and from a cold start", async () => {
  const { slack } = await startTeam();
  const ben = slack.person("ben");
  await ben.types("/icp new");
  await ben.sees("That needs the `icp:write` scope in this workspace.");
  await ben.sees("Can grant it: @Ana Ruiz and @Owen Park.");
  await ben.closes();
  await ben.types("/icp new");
  await ben.sees("You can’t create ICP profiles here yet.");
  expect(ben.modal).toBeUndefined();
  await ben.presses("View profiles");
  await ben.sees("No ICP profiles yet.");
});

it("lets every full member write where the operator says so, and nobody else", async () => {
  const { slack } = await startTeam({ defaultWriters: "members" });
  const ben = slack.person("ben");
  await ben.types("/icp new Fintech");
  await ben.sees("New ICP profile");
  await ben.saves();
  await ben.sees("Profile saved");
  const gus = slack.person("gus");
  await gus.types("/icp list");
  await gus.sees("Guests can’t see ICP profiles here.");
});

it.each([
  ["gus", "Guests can’t see ICP profiles here."],
  ["dia", "Your account in this workspace is deactivated"],
])("refuses %s in words, whatever is asked", async (name, words) => {
  const { slack } = await startTeam();
  const person = slack.person(name);
  for (const command of ["/icp list", "/icp help", "/icp lsit", "/icp new"]) {
    await person.types(command);
    await person.sees(words);
    person.seesNot("icp:write");
  }
});

it("tells Eve of another organization whose profiles these are, and no more", async () => {
  const { slack } = await startTeam();
  const eve = slack.person("eve").goesTo("partners");
  await eve.types("/icp list");
  await eve.sees(
    "The ICP profiles here belong to Acme. People of other workspaces and organizations can’t see them.",
  );
});

it("tells a workspace on the free plan that profiles need Pro, and looks again", async () => {
  const { slack } = await startTeam({ defaultPlan: "free" });
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("ICP profiles need the Pro plan or higher.");
  await ana.sees("This workspace is on Free.");
  await ana.sees("Pro includes 500 requests an hour and 200 writes a day");
  await ana.presses("Check again");
  await ana.sees("ICP profiles need the Pro plan or higher.");
});

it("refuses a save when the right was lost while the form was open, and keeps the form", async () => {
  const { slack } = await startTeam();
  const owen = slack.person("owen");
  await owen.types("/icp new Fintech");
  await owen.fills({ Description: "Lenders" });
  slack.setRole("owen", "member");
  await owen.saves();
  await owen.sees("You can’t create ICP profiles here yet.");
  await owen.closes();
  expect(owen.modal?.values).toMatchObject({ Name: "Fintech", Description: "Lenders" });
});

it("says no in words when Slack does not tell who it is", async () => {
  const { slack } = await startTeam();
  slack.failNext("users.info", { status: 500 });
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("Slack didn’t say in time what you may do here");
  await ana.presses("Try again");
  await ana.sees("No ICP profiles yet.");
});
