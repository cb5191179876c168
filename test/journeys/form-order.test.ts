import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

/** Ben edits a profile, and Slack takes its time to say who he is. */
async function startEditing() {
  const { slack, restart } = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await ben.types("/icp show fintech");
  await ben.presses("Edit");
  await ben.sees("You are changing");
  await ben.fills({ Description: "Lenders" });
  const form = ben.modal?.view as { state: { values: object } } | undefined;
  await restart();
  return {
    ben,
    asked: slack.hold("users.info"),
    /** What Slack tells of when a menu is touched. */
    chooses(description: string) {
      const typed = { value: { type: "plain_text_input", value: description } };
      const view = { ...form, state: { values: { ...form?.state.values, description: typed } } };
      const actions = [{ action_id: "value", block_id: "countries", type: "multi_external_select" }];
      return ben.sends({ type: "block_actions", view, actions });
    },
  };
}

it("keeps nothing of a form that Ben saves while his choices in it are still on their way", async () => {
  const { ben, asked, chooses } = await startEditing();
  // Each is acked at once, and waits then.
  for (const description of ["L", "Le", "Len"]) await chooses(description);
  await asked.arrived;
  const saving = ben.saves();
  asked.release();
  await saving;
  await ben.sees("Changes saved");
  await ben.presses("Details");
  await ben.presses("Edit");
  await ben.sees("You are changing");
});

it("keeps the last of Ben’s choices that are on their way at the same moment", async () => {
  const { ben, asked, chooses } = await startEditing();
  // Each is acked at once, and waits then.
  for (const description of ["L", "Le", "Len"]) await chooses(description);
  await asked.arrived;
  await ben.closes({ all: true });
  asked.release();
  await ben.types("/icp show fintech");
  await ben.presses("Edit");
  await ben.sees("1 field changed: Description");
  await ben.presses("Continue changes");
  await ben.sees("You are going on");
  expect(ben.modal?.values).toMatchObject({ Description: "Len" });
});
