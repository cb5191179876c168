import { expect, inject, it } from "vitest";
import { UserId } from "../../src/rules/people.ts";
import { defaultSeed } from "../../src/sandbox/server/seed.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";
import { leaveProfiles, pathOf } from "../support/store-in.ts";
import { ageForward, hideTable, setWritable } from "../support/stored-file.ts";

it("tells an admin that nothing is wrong, and how everything stands", async () => {
  const { slack } = await startTeam({ supportUrl: "https://example.com/help" });
  const owen = slack.person("owen");
  await saveProfiles(owen, ["Fintech"]);
  await owen.types("/icp doctor");
  await owen.sees("Nothing is wrong.");
  await owen.sees("Token Valid, for Acme");
  await owen.sees("Scopes All granted");
  await owen.sees(
    inject("transport") === "http" ? "Way to Slack HTTP" : "Way to Slack Socket Mode, connected for",
  );
  await owen.sees(/SQLite, \d+ KB, [\d.]+ [GT]B free on its disk, no copy beside it/);
  await owen.sees("Plan Pro, 1 of 200 writes used today");
  await owen.sees("Profiles 1 profile, 1 active");
  await owen.sees(/0\.1\.0, on Node 24/);
  await owen.sees("[Get help]");
  slack.person("ana").seesNot("Nothing is wrong.");
});

it("names the scope that is missing and the feature it is for", async () => {
  const seed = defaultSeed();
  seed.app.scopes = ["commands", "users:read"];
  const { slack } = await startTeam({ seed: { seed } });
  const ana = slack.person("ana");
  await ana.types("/icp doctor");
  await ana.sees("One thing is wrong.");
  await ana.sees("chat:write is missing. It is for: Messages to people and channels that somebody asked for");
});

it.each([
  ["does not take the token any more", "token_revoked", "Slack does not take it any more (token_revoked)."],
  ["does not answer", { status: 500 } as const, "This app can’t reach Slack right now."],
])("says first that Slack %s, and all the rest too", async (_what, failure, words) => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  slack.failNext("auth.test", failure);
  await ana.types("/icp doctor");
  await ana.sees("One thing is wrong.");
  await ana.sees(words);
  await ana.sees("Profiles 0 profiles, 0 active");
  await ana.presses("Check again");
  await ana.sees("Nothing is wrong.");
  expect(ana.messages).toHaveLength(1);
});

it("works while the store does not, and says so for each part", async () => {
  const team = await startTeam({ defaultPlan: "free" });
  const path = await leaveProfiles(team.config.dataDir, ["Fintech"]);
  ageForward(path);
  setWritable(path, false);
  const ana = team.slack.person("ana");
  await ana.types("/icp doctor");
  await ana.sees("3 things are wrong.");
  await ana.sees("Store SQLite");
  await ana.sees("can be read but not changed");
  await ana.sees("Plan Free, which includes no profiles: they need Pro");
  await ana.sees("Profiles This workspace’s profiles were written by a newer version of this app.");
  await ana.sees("Token Valid, for Acme");
});

it("tells the others who may, also those who mistype it, and guests nothing of it", async () => {
  const { slack } = await startTeam();
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await ben.types("/icp help");
  await ben.sees("`/icp connect`, `/icp keys` and `/icp doctor` are for ICP admins");
  await ben.types("/icp doctr");
  await ben.presses("Run /icp doctor");
  await ben.sees("That is for ICP admins, such as the owners and admins of this Slack workspace");
  await ben.sees("Here: @Ana Ruiz and @Owen Park.");
  ben.seesNot("wrong");
  const gus = slack.person("gus");
  await gus.types("/icp doctor");
  await gus.sees("Guests can’t see ICP profiles here.");
  await ana.types("/icp access");
  await ana.fills({ Guests: true });
  await ana.saves();
  await gus.types("/icp doctr");
  await gus.sees("/icp has no “doctr”. It knows list, show and help.");
});

it("answers whom the operator names, also while Slack does not say who they are", async () => {
  const { slack } = await startTeam({ icpAdmins: [UserId.parse("U0BEN")] });
  const ben = slack.person("ben");
  slack.failNext("users.info", { status: 500 });
  await ben.types("/icp doctor");
  await ben.sees("Nothing is wrong.");
  await ben.types("/icp help");
  await ben.sees("`/icp doctor` tells what is wrong");
});

it("finds the error that somebody was shown by its reference", async () => {
  const { slack, config } = await startTeam();
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await saveProfiles(ana, ["Fintech"]);
  const mend = hideTable(pathOf(config.dataDir));
  await ben.types("/icp list");
  await ben.sees("Sorry, something went wrong");
  const [, reference = ""] = /Reference (\w{6})/.exec(ben.screen()) ?? [];
  mend();
  await ana.types("/icp doctor");
  await ana.sees("Nothing is wrong.");
  await ana.sees(new RegExp(`${reference} · .* · command list · unexpected`));
  await ana.types(`/icp doctor Reference ${reference.toLowerCase()}.`);
  await ana.sees(`Reference ${reference}: Sorry, something went wrong that shouldn’t have.`);
  await ana.types("/icp doctor XXXXXX");
  await ana.sees("No error with the reference XXXXXX is remembered here.");
});
