import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

async function shareIn(channel: string) {
  const team = await startTeam();
  const ana = team.slack.person("ana").goesTo(channel);
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  return { ...team, ana };
}

it("pauses and resumes a profile in Details, which says who did it", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Pause");
  await ana.sees(/Paused · Kept in this workspace · Created .* by @Ana Ruiz · Changed .* by @Ana Ruiz/);
  await ana.presses("Resume");
  await ana.sees("Active · Kept in this workspace");
  expect(ana.modal?.buttons).toContain("Pause");
  await ana.closes();
  await ana.types("/icp list paused");
  await ana.sees("No paused profile. 1 profile in all.");
});

it("keeps a card current in a channel where the app is a member", async () => {
  const { slack, ana } = await shareIn("general");
  const ben = slack.person("ben").goesTo("general");
  await ben.sees("Active · Last changed");
  await ana.types("/icp show fintech");
  await ana.presses("Pause");
  await ben.sees("Paused · Last changed");
  expect(ben.messages).toHaveLength(1);
  ben.seesNot("Refresh");
});

it("says in a channel without the app how old a card is, and lets it be refreshed", async () => {
  const { slack, ana } = await shareIn("sales");
  await ana.types("/icp show fintech");
  await ana.presses("Pause");
  await ana.sees("Paused");
  const ben = slack.person("ben").goesTo("sales");
  await ben.sees("Active · As of");
  await ben.presses({ label: "Refresh Fintech DACH" });
  await ben.sees("Paused · As of");
});

it("lets go of a card that Slack lets nobody change any more, and the profile is paused all the same", async () => {
  const { slack, ana, restart } = await shareIn("general");
  slack.failNext("chat.update", "message_not_found");
  await ana.types("/icp show fintech");
  await ana.presses("Pause");
  await ana.sees("Paused · Kept");
  await ana.presses("Resume");
  await ana.sees("Active · Kept");
  // Ends what follows an answer.
  await restart();
  const updates = slack.exchanges.filter(({ kind }) => kind === "chat.update");
  expect(updates).toHaveLength(1);
});

it("pauses once what two people pause at the same moment", async () => {
  const { slack } = await startTeam();
  const [ana, owen] = [slack.person("ana"), slack.person("owen")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await Promise.all([ana.types("/icp show fintech"), owen.types("/icp show fintech")]);
  await Promise.all([ana.presses("Pause"), owen.presses("Pause")]);
  await ana.sees("Resume");
  await owen.sees("Resume");
});

it("pauses nothing and refreshes no card for somebody who lost the right a moment ago", async () => {
  const { slack, ana } = await shareIn("sales");
  const owen = slack.person("owen").goesTo("sales");
  await owen.types("/icp show fintech");
  await owen.sees("Pause");
  slack.setRole("owen", "member");
  await owen.presses("Pause");
  await owen.sees("You can’t change ICP profiles here yet.");
  await owen.closes({ all: true });
  slack.setRole("owen", "guest");
  await owen.presses({ label: "Refresh Fintech DACH" });
  await owen.sees("Guests can’t see ICP profiles here.");
  await ana.types("/icp list active");
  await ana.sees("Fintech DACH");
});

it("offers no Pause to a member without the scope, and refuses one who presses it even so", async () => {
  const { slack } = await startTeam();
  await saveProfiles(slack.person("ana"), ["Fintech DACH"]);
  const ben = slack.person("ben");
  await ben.types("/icp show fintech");
  await ben.sees("Changing it needs the `icp:write` scope, which you don’t hold.");
  expect(ben.modal?.buttons).toEqual(["Share…", "History"]);
  const [value] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(ben.screen()) ?? [];
  await ben.sends({
    type: "block_actions",
    view: ben.modal?.view,
    actions: [{ type: "button", block_id: "details-do", action_id: "profile-pause", value }],
  });
  await ben.sees("You can’t change ICP profiles here yet.");
  await ben.closes({ all: true });
  await ben.types("/icp list active");
  await ben.sees("Fintech DACH");
});
