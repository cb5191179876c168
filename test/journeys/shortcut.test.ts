import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { startTeam } from "../support/start-team.ts";

it("opens the same form from the shortcut, which saves", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.starts("New ICP profile");
  await ana.sees("How your team will find it.");
  await ana.fills({ Name: "Fintech" });
  await ana.saves();
  await ana.sees("Profile saved");
});

it.each([
  ["ben", "You can’t create ICP profiles here yet."],
  ["gus", "Guests can’t see ICP profiles here."],
])("refuses %s in a modal, from a cold and from a warm start", async (name, words) => {
  const { slack } = await startTeam();
  const person = slack.person(name);
  for (let time = 1; time <= 2; time += 1) {
    await person.starts("New ICP profile");
    await person.sees(words);
    await person.closes();
  }
  expect(person.messages).toEqual([]);
});

it("looks again from the refusal's own button", async () => {
  const { slack } = await startTeam();
  slack.failNext("users.info", { status: 500 });
  const ana = slack.person("ana");
  await ana.starts("New ICP profile");
  await ana.sees("Slack didn’t say in time what you may do here");
  await ana.presses("Try again");
  await ana.sees("How your team will find it.");
});

it("answers a shortcut that nobody knows", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.starts("New ICP profile");
  await ana.closes();
  await ana.sends({ type: "shortcut", callback_id: "old" });
  await ana.sees("This button or form is from an older version of the app.");
});

it("is in the manifest under the id that the bot knows", () => {
  const manifest = parse(readFileSync(new URL("../../manifest.yml", import.meta.url), "utf8"));
  expect(manifest.features.shortcuts).toMatchObject([
    { name: "New ICP profile", type: "global", callback_id: "profile-new" },
  ]);
});
