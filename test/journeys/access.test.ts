import { expect, it } from "vitest";
import { UserId } from "../../src/rules/people.ts";
import type { Person } from "../../src/sandbox/server/person.ts";
import { numbered, saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

const writers = "Who may create and change profiles (icp:write)";
const else_ = "Who else is an ICP admin";

it("sets who may write, and says where each value comes from", async () => {
  const { slack, restart } = await startTeam({ icpAdmins: [UserId.parse("U0BEN")] });
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await ana.types("/icp access");
  await ana.sees("Not set here yet: the operator’s DEFAULT_WRITERS.");
  await ana.sees("Not set here yet: the operator’s ICP_ADMINS.");
  await ana.sees("Not set here yet: this app’s default.");
  expect(ana.modal?.values).toMatchObject({ [writers]: "ICP admins only", [else_]: ["Ben Ito"] });
  await ana.fills({
    [writers]: "ICP admins and the people chosen below",
    "Chosen people": ["ben"],
    [else_]: [],
  });
  await ana.saves();
  await ana.sees("ICP admins and chosen people: @Ben Ito");
  await ana.closes();
  await restart();
  await ana.types("/icp access");
  await ana.sees("Set here, in Slack.");
  await ana.sees("Not set here yet: this app’s default.");
  await ana.closes();
  await ben.types("/icp new");
  await ben.sees("New ICP profile");
  await ben.closes();
  await ben.types("/icp doctor");
  await ben.sees("That is for ICP admins");
});

it("tells the second of two admins what won, and overwrites nothing unseen", async () => {
  const { slack } = await startTeam();
  const [ana, owen, gus] = [slack.person("ana"), slack.person("owen"), slack.person("gus")];
  await Promise.all([ana.types("/icp access"), owen.types("/icp access")]);
  await owen.fills({ [writers]: "ICP admins and all full members" });
  await owen.saves({ times: 3 });
  await owen.sees("ICP admins and all full members");
  await ana.fills({ Guests: true });
  await ana.saves();
  await ana.sees("Not saved: @Owen Park changed this meanwhile.");
  expect(ana.modal?.values).toMatchObject({ [writers]: "ICP admins and all full members" });
  await gus.types("/icp list");
  await gus.sees("Guests can’t see ICP profiles here.");
  await ana.fills({ Guests: true });
  await ana.saves();
  await ana.sees("May look");
  await gus.types("/icp list");
  await gus.sees("No ICP profiles yet.");
});

it("opens the profiles to guests and closes them again, at once and no further than to look", async () => {
  const { slack } = await startTeam();
  const [ana, gus, eve] = [slack.person("ana"), slack.person("gus"), slack.person("eve").goesTo("partners")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp access");
  await ana.fills({ Guests: true });
  await ana.saves();
  await ana.closes();
  await gus.types("/icp show fintech");
  await gus.sees("Fintech DACH");
  expect(gus.modal?.buttons).toEqual(["History"]);
  gus.seesNot("icp:write");
  await gus.closes();
  for (const line of ["/icp new", "/icp access", "/icp doctor"]) {
    await gus.types(line);
    await gus.sees("Guests can look at ICP profiles here, and do nothing else with them.");
  }
  await gus.types("/icp help");
  await gus.sees("/icp list");
  for (const secret of ["Plan", "icp:write", "access"]) gus.seesNot(secret);
  await eve.types("/icp list");
  await eve.sees("The ICP profiles here belong to Acme.");
  await ana.types("/icp access");
  await ana.fills({ Guests: false });
  await ana.saves();
  await gus.types("/icp list");
  await gus.sees("Guests can’t see ICP profiles here. ICP admins of this workspace can open them to guests.");
  await gus.sees("Here: @Ana Ruiz and @Owen Park.");
});

it("shows a member who the admins are and who may write, and lets them ask, and nothing to set", async () => {
  const { slack } = await startTeam();
  const ben = slack.person("ben");
  await ben.types("/icp access");
  await ben.sees("*ICP admins* @Ana Ruiz and @Owen Park");
  await ben.sees("*Who may create and change profiles* ICP admins only");
  expect(ben.modal?.buttons).toEqual(["Request access", "History of changes"]);
});

it("tells any member who changed which profile, of one person alone too, and the rest ICP admins only", async () => {
  const { slack } = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await saveProfiles(ana, numbered(11));
  await saveProfiles(ben, ["Health"]);
  await ana.types("/icp access");
  await ana.fills({ Guests: true });
  await ana.saves();
  await ana.closes();
  await ben.types("/icp access");
  await ben.presses("History of changes");
  await ben.sees("Created “Health”");
  await ben.sees(
    "Page 1 of 2, 12 in all · Of profiles. What else was changed here is for ICP admins to see.",
  );
  ben.seesNot("Guests:");
  await ben.chooses("Changes by anybody", "ana");
  await ben.sees("Page 1 of 2, 11 in all by @Ana Ruiz");
  ben.seesNot("Created “Health”");
  await ben.presses("Next");
  await ben.sees("Page 2 of 2, 11 in all by @Ana Ruiz");
  await ben.presses("By anybody");
  await ben.sees("Page 1 of 2, 12 in all");
  await ben.closes({ all: true });
  await ana.types("/icp access");
  await ana.presses("History of changes");
  await ana.sees("Guests: may not look → may look");
  await ana.sees("Page 1 of 2, 13 in all");
});

it("keeps an owner in, whatever is set, and refuses an admin who was made a member while the form was open", async () => {
  const { slack } = await startTeam();
  const [ana, owen] = [slack.person("ana"), slack.person("owen")];
  await owen.types("/icp access");
  await owen.fills({ Guests: true });
  slack.setRole("owen", "member");
  await owen.saves();
  await owen.sees("That is for ICP admins");
  await ana.types("/icp access");
  await ana.sees("Owners and admins of this Slack workspace are ICP admins always");
  expect(ana.modal?.values).toMatchObject({ Guests: [] });
});

it("takes a right back with the next thing that somebody does, of whoever had it and for whatever reason", async () => {
  const { slack } = await startTeam({ icpAdmins: [UserId.parse("U0BEN")] });
  const [ana, ben, owen, gus] = ["ana", "ben", "owen", "gus"].map((name) => slack.person(name)) as Person[];
  if (!ana || !ben || !owen || !gus) throw new Error("they are in the seed");
  slack.setRole("owen", "member");
  await ana.types("/icp access");
  await ana.fills({
    [writers]: "ICP admins and the people chosen below",
    "Chosen people": ["owen", "ana"],
  });
  await ana.saves();
  await ana.sees("Saved");
  await ana.closes();
  await saveProfiles(owen, ["Fintech"]);
  await owen.types("/icp new Health");
  await owen.sees("Save profile");
  await ben.types("/icp access");
  await ben.fills({ Guests: true });
  await ana.types("/icp access");
  await ana.fills({ "Chosen people": ["ana"], [else_]: [] });
  await ana.saves();
  await ana.sees("Saved");
  await owen.saves();
  await owen.sees("You can’t create ICP profiles here yet.");
  await owen.closes({ all: true });
  await owen.types("/icp show fintech");
  await owen.sees("Fintech");
  expect(owen.modal?.buttons).not.toContain("Pause");
  await ben.saves();
  await ben.sees("That is for ICP admins");
  await ben.closes({ all: true });
  await ben.types("/icp new");
  await ben.sees("Can grant it: @Ana Ruiz.");
  await gus.types("/icp list");
  await gus.sees("Guests can’t see ICP profiles here.");
});

it("wants somebody chosen where only chosen people are to write", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp access");
  await ana.fills({ [writers]: "ICP admins and the people chosen below" });
  await ana.saves();
  await ana.sees("Choose somebody, or take another choice above.");
});

it("tells admins in pages of ten who did what", async () => {
  const { slack } = await startTeam();
  const [ana, owen] = [slack.person("ana"), slack.person("owen")];
  await saveProfiles(
    ana,
    Array.from({ length: 11 }, (_, index) => `Profile ${index + 1}`),
  );
  await ana.types("/icp access");
  await ana.fills({ [writers]: "ICP admins and the people chosen below", "Chosen people": ["ben"] });
  await ana.saves();
  await ana.closes();
  await owen.types("/icp access");
  await owen.presses("History of changes");
  await owen.sees("Who may write: ICP admins only → chosen people (1)");
  await owen.sees(/added @Ben Ito · by @Ana Ruiz · .* · in Slack/);
  await owen.sees("Page 1 of 2, 12 in all");
  owen.seesNot("“Profile 2”");
  await owen.presses("Next");
  await owen.sees("Created “Profile 2”");
  await owen.sees("Created “Profile 1”");
  await owen.presses("Previous");
  await owen.sees("Page 1 of 2");
});
