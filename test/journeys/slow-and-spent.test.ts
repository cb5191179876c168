import { expect, it } from "vitest";
import { openStores } from "../../src/stores/sql/stores.ts";
import { numbered, saveProfiles } from "../support/save-profiles.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";
import { acme, save } from "../support/store-in.ts";

it("opens the form as a loading view while Slack still says who it is, so that the trigger does not run out", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  const info = slack.hold("users.info");
  await Promise.all([ana.types("/icp new Fintech"), ana.sees("One moment…").then(() => info.release())]);
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values.Name).toBe("Fintech");
  const opened = slack.exchanges.filter(({ kind }) => kind === "views.open" || kind === "views.update");
  expect(opened.map(({ kind }) => kind)).toEqual(["views.open", "views.update"]);
});

it("opens the form at once for whom it knows", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp");
  await ana.sees("List profiles");
  await ana.types("/icp new");
  await ana.sees("New ICP profile");
  expect(slack.exchanges.map(({ kind }) => kind)).not.toContain("views.update");
});

it("says so with a button where the trigger ran out", async () => {
  const { slack, clock } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp");
  await ana.sees("List profiles");
  const opening = slack.hold("views.open");
  const typed = ana.types("/icp new Fintech");
  await opening.arrived;
  clock.advance(4000);
  opening.release();
  await typed;
  await ana.sees("Slack gave this app three seconds to open that, and they were over.");
  await ana.presses("Try again");
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values.Name).toBe("Fintech");
});

it("says the writes left when they are few, refuses in words when they are spent, and keeps the form", async () => {
  const { slack, clock, config } = await startTeam();
  const ana = slack.person("ana");
  await spendWrites(config, numbered(160));
  await saveProfiles(ana, ["Profile 161"]);
  await ana.types("/icp new");
  await ana.sees("39 of 200 writes left today.");
  await ana.closes();
  await spendWrites(config, numbered(198).slice(161));
  await saveProfiles(ana, ["Profile 199"]);
  await ana.types("/icp new The last");
  const owen = slack.person("owen");
  await owen.types("/icp new One too many");
  await ana.saves();
  await ana.sees("Profile saved");
  await owen.fills({ Description: "Lenders" });
  await owen.saves();
  await owen.sees("Not saved: today’s 200 writes of this workspace’s plan are used up.");
  expect(owen.modal?.values).toMatchObject({ Name: "One too many", Description: "Lenders" });
  await owen.closes();
  await owen.types("/icp new");
  await owen.sees("New ones come at midnight UTC.");
  clock.advance(24 * 60 * 60 * 1000);
  await owen.types("/icp new One too many");
  await owen.presses("Continue draft");
  await owen.sees("How your team will find it.");
  await owen.saves();
  await owen.sees("Profile saved");
});

it("asks before it makes another profile of a form that was saved already", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  const view = { ...ana.modal?.view };
  await ana.saves();
  await ana.sees("Profile saved");
  const state = { values: { name: { value: { type: "plain_text_input", value: "Health" } } } };
  const { body } = await ana.sends({ type: "view_submission", view: { ...view, state } });
  expect(body).toContain("Already saved as “Fintech”. Press Save profile to save this as another one");
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.sees("1 ICP profile");
});

/** Creates them in the running bot's store, each with a write of today. */
async function spendWrites({ dataDir }: Team["config"], names: readonly string[]): Promise<void> {
  const stores = await openStores(dataDir);
  for (const name of names) await save(stores.profilesOf(acme), { name }, new Date());
  await stores.close();
}
