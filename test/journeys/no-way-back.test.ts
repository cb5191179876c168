import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

it("sends the answer directly where the message that was answered takes none any more", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH", "Health UK"]);
  await ana.types("/icp list");
  slack.failNext("response_url", "expired_url");
  await ana.chooses("All profiles", "Paused only");
  await ana.goesTo("dm").sees("No paused profile. 2 profiles in all.");
  expect(ana.dms).toHaveLength(1);
});

it("sends a refusal directly, in its own words, where the message takes no answer any more", async () => {
  const { slack } = await startTeam();
  const ben = slack.person("ben");
  await ben.types("/icp list");
  slack.failNext("response_url", "expired_url");
  await ben.presses("Who can create one");
  await ben.goesTo("dm").sees("You can’t create ICP profiles here yet.");
  expect(ben.dms).toHaveLength(1);
});

it("goes on, and says so in the log, where not even a direct message is taken", async () => {
  const { slack, logged } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH", "Health UK"]);
  await ana.types("/icp list");
  slack.failNext("response_url", { status: 500 }, 2);
  slack.failNext("chat.postMessage", "account_inactive", 2);
  await ana.chooses("All profiles", "Paused only");
  await expect.poll(() => logged.join("")).toContain('"outcome":"fault:slack-unreachable"');
  expect(logged.join("")).toContain("the person could not be told");
  await ana.chooses("Paused only", "Active only");
  await ana.sees("2 active ICP profiles");
});

it("says directly that the trigger of a shortcut ran out, once", async () => {
  const { slack, clock } = await startTeam();
  const ana = slack.person("ana");
  const opening = slack.hold("views.open");
  const started = ana.starts("New ICP profile");
  await opening.arrived;
  clock.advance(4000);
  opening.release();
  await started;
  await ana.goesTo("dm").sees("Slack gave this app three seconds to open that, and they were over.");
  await ana.presses("Try again");
  await ana.sees("How your team will find it.");
  expect(ana.dms).toHaveLength(1);
});
