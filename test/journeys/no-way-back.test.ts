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
