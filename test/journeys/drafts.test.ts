import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { startTeam } from "../support/start-team.ts";

const day = 86_400_000;

async function startWithMembers() {
  const team = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [team.slack.person("ana"), team.slack.person("ben")];
  return { ...team, ana, ben };
}

/** Fills in what Slack tells of with the menu that is touched last, and closes the form. */
async function fillsAndCloses(person: Person) {
  await person.types("/icp new");
  await person.fills({ Description: "Lenders", "Daily prospect limit": "25", Industries: ["FinTech"] });
  await person.closes();
}

it("offers Ben what he had filled in when he closed the form, from every way to a new profile, and nobody else", async () => {
  const { ana, ben, clock, restart } = await startWithMembers();
  await fillsAndCloses(ben);
  clock.advance(7 * day - 60_000);
  await restart();
  await ben.starts("New ICP profile");
  await ben.sees("Continue your draft of");
  await ben.sees("No name yet");
  await ben.sees("1 of 6 target fields set: Industries");
  await ben.closes();
  await ben.types("/icp help");
  await ben.presses("New profile");
  await ben.presses("Continue draft");
  await ben.sees("How your team will find it.");
  expect(ben.modal?.values).toMatchObject({
    Description: "Lenders",
    Industries: ["FinTech"],
    "Daily prospect limit": "25",
  });
  await ben.fills({ Name: "Fintech" });
  await ben.saves();
  await ben.sees("Profile saved");
  await ben.presses("New profile");
  await ben.sees("Only the name is required.");

  await ana.types("/icp new");
  await ana.sees("Only the name is required.");
});

it("starts fresh with the name of the command, and leaves the draft until another takes its place", async () => {
  const { ben, clock } = await startWithMembers();
  await fillsAndCloses(ben);
  await ben.types("/icp new Health");
  await ben.presses("Start fresh");
  await ben.sees("How your team will find it.");
  expect(ben.modal?.values).toMatchObject({ Name: "Health", Industries: [] });
  await ben.closes();
  await ben.types("/icp new Health");
  await ben.presses("Continue draft");
  await ben.sees("How your team will find it.");
  expect(ben.modal?.values).toMatchObject({ Name: "Health", Industries: ["FinTech"] });
  await ben.fills({ Countries: ["Chile"] });
  await ben.closes();
  await ben.types("/icp new Biotech");
  await ben.sees("2 of 6 target fields set: Industries, Countries");
  await ben.presses("Continue draft");
  await ben.sees("The name that you typed now is “Biotech”.");
  expect(ben.modal?.values).toMatchObject({ Name: "Health" });
  await ben.closes();
  clock.advance(7 * day);
  await ben.types("/icp new");
  await ben.sees("Only the name is required.");
});

it("keeps what a refused save held, and says so of a draft that another client has saved meanwhile", async () => {
  const { ana, ben } = await startWithMembers();
  await ana.types("/icp new Fintech");
  await ana.saves();
  await ana.sees("Profile saved");
  await ben.types("/icp new Fintech");
  await ben.fills({ Description: "Lenders" });
  await ben.saves();
  await ben.sees("“Fintech” is taken by an active profile.");
  await ben.closes();
  await ben.types("/icp new");
  await ben.sees("0 of 6 target fields set");
  const offer = ben.modal?.view;
  await ben.presses("Continue draft");
  await ben.sees("How your team will find it.");
  expect(ben.modal?.values).toMatchObject({ Name: "Fintech", Description: "Lenders" });
  await ben.fills({ Name: "Lenders" });
  await ben.saves();
  await ben.sees("Profile saved");
  await ben.sends({
    type: "block_actions",
    view: offer,
    actions: [{ action_id: "draft-continue", block_id: "draft-do", type: "button", value: "draft" }],
  });
  await ben.types("/icp new");
  await ben.sees("Only the name is required.");
});

it("says nothing where a choice cannot be kept, and keeps nothing of a guest", async () => {
  const { slack, ben, logged } = await startWithMembers();
  await ben.types("/icp new Fintech");
  const form = ben.modal?.view;
  const choice = {
    type: "block_actions",
    view: { ...form, state: { values: { name: { value: { type: "plain_text_input", value: "Guest’s" } } } } },
    actions: [{ action_id: "value", block_id: "industries", type: "multi_external_select" }],
  };
  const gus = slack.person("gus");
  await gus.sends(choice);
  await expect.poll(() => logged.join("\n")).toMatch(/form-menu.*refused:guest/);
  expect(gus.modal).toBeUndefined();
  expect([...gus.messages, ...gus.dms]).toEqual([]);
  expect(logged.join("\n")).not.toContain("Guest’s");
});

it("opens the form at once where the draft is no more than the name that is given again", async () => {
  const { ana, ben } = await startWithMembers();
  await ana.types("/icp new Fintech");
  await ana.saves();
  await ben.types("/icp new fintech");
  await ben.saves();
  await ben.sees("“Fintech” is taken");
  await ben.closes();
  await ben.types("/icp new Fintech");
  await ben.sees("How your team will find it.");
  await ben.closes();
  await ben.types("/icp new Health");
  await ben.sees("Continue your draft of");
});
