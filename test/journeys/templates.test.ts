import { expect, it, vi } from "vitest";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { itWaits } from "../support/side-by-side.ts";
import { startTeam } from "../support/start-team.ts";
import { pathOf } from "../support/store-in.ts";
import { holdForWriting } from "../support/stored-file.ts";

const menu = "Start from a template";
/** As the screen draws a menu in which nothing is chosen. */
const empty = `(${menu})`;
const outdated = "This button or form is from an older version of the app.";
const filled = "Filled from Enterprise SaaS.";

async function startWithMembers() {
  const team = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [team.slack.person("ana"), team.slack.person("ben")];
  return { ...team, ana, ben };
}

it("fills what is empty from a template, and leaves Ana what she typed, whether or not it can be read", async () => {
  const { ana } = await startWithMembers();
  await ana.types("/icp new");
  await ana.fills({ Name: "Ours", "Daily prospect limit": "many", Countries: ["Chile"] });
  await ana.chooses(menu, "Enterprise SaaS");
  await ana.sees(`${filled} As you had it: Name.`);
  await ana.sees("Nothing to point out.");
  expect(ana.modal?.values).toMatchObject({
    Name: "Ours",
    Industries: ["SaaS", "Software Development", "Cloud Computing"],
    "Company sizes": ["500+"],
    Countries: ["Chile"],
    "Daily prospect limit": "many",
  });
  await ana.saves();
  await ana.sees("Enter a number");
  await ana.fills({ "Daily prospect limit": "25" });
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.sees("Ours");
});

it("follows a second template but for what Ana has changed, searches in its menus and says what is wrong under them", async () => {
  const { ana } = await startWithMembers();
  await saveProfiles(ana, ["Mid-market SaaS"]);
  await ana.types("/icp new");
  await ana.chooses(menu, "Enterprise SaaS");
  await ana.sees(filled);
  expect((await ana.searches("Industries", "softw")).map(({ text }) => text)).toContain(
    "Software Development",
  );
  await ana.fills({ "Job titles": ["CRO", "SDR"], Departments: ["Sales"] });
  await ana.sees("“SDR” finds nobody at the seniority levels you chose");
  await ana.chooses(menu, "Mid-market SaaS");
  await ana.sees("Filled from Mid-market SaaS. As you had it: Departments. With your changes: Job titles.");
  expect(ana.modal?.values).toMatchObject({
    Name: "Mid-market SaaS",
    "Company sizes": ["51-200", "201-500"],
    "Job titles": ["Head of Sales", "Head of Revenue Operations", "Head of Growth", "SDR"],
    Departments: ["Sales"],
  });
  await ana.saves();
  await ana.sees("“Mid-market SaaS” is taken by an active profile.");
  await ana.fills({ Name: "Our mid-market" });
  await ana.saves();
  await ana.sees("Profile saved");
});

it("fills the form though its advice was on its way, and never takes the place of what was saved", async () => {
  const { slack, ana, logged } = await startWithMembers();
  await ana.types("/icp new Ours");
  const held = slack.hold("views.update");
  await ana.fills({ Countries: ["Chile"] });
  await held.arrived;
  await ana.chooses(menu, "Enterprise SaaS");
  held.release();
  await ana.sees(filled);
  expect(ana.modal?.values).toMatchObject({ Name: "Ours", Countries: ["Chile"] });

  const heldAgain = slack.hold("views.update");
  await ana.chooses(menu, "Manufacturing");
  await heldAgain.arrived;
  await ana.saves();
  await ana.sees("Profile saved");
  heldAgain.release();
  await expect.poll(() => logged.join("\n")).toMatch(/form-template.*dropped/);
  await ana.sees("Profile saved");
});

itWaits("fills the form once Slack has time again, and the draft with it", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.types("/icp new Ours");
  slack.failNext("views.update", { status: 429, retryAfter: 1 });
  await ana.chooses(menu, "Manufacturing");
  await ana.sees("Filled from Manufacturing.");
  await ana.closes();
  await ana.types("/icp new");
  await ana.sees("5 of 6 target fields set");
});

itWaits(
  "says nothing where Slack fills the form after it was given up, and fills the draft too",
  async () => {
    const { slack, ana } = await startWithMembers();
    await ana.types("/icp new Ours");
    const held = slack.hold("views.update");
    await ana.chooses(menu, "Manufacturing");
    await held.arrived;
    await vi.waitFor(() => expect(updates(slack)).toHaveLength(2), { timeout: 5000 });
    held.release();
    await ana.sees("Filled from Manufacturing.");
    await ana.closes();
    await ana.types("/icp new");
    await ana.sees("5 of 6 target fields set");
    expect(ana.dms).toEqual([]);
  },
);

itWaits("tells Ana to look into the form where Slack does not say whether it was filled", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.types("/icp new Ours");
  slack.failNext("views.update", "hang", 2);
  await ana.chooses(menu, "Manufacturing");
  await vi.waitFor(() => expect(ana.dms).toHaveLength(1), { timeout: 9000 });
  expect(ana.dms[0]?.text).toContain("Slack didn’t say in time whether Manufacturing was filled in.");
  expect(ana.modal?.values).toMatchObject({ Name: "Ours", Industries: [] });
});

it("tells Ana how long Slack is busy where that is long, and leaves the form and its draft unfilled", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.types("/icp new Ours");
  await ana.fills({ Description: "Lenders" });
  slack.failNext("views.update", { status: 429, retryAfter: 30 });
  await ana.chooses(menu, "Manufacturing");
  await ana.sees("Slack asks this app to wait 30 s. Nothing was changed.");
  await ana.sees("Where the menu still shows Manufacturing, choose another template first.");
  await ana.closes();
  const unfilled = { Name: "Ours", Description: "Lenders", Industries: [] };
  expect(ana.modal?.values).toMatchObject(unfilled);
  await ana.closes();
  await ana.types("/icp new");
  await ana.presses("Continue draft");
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values).toMatchObject(unfilled);
});

it("shows no template any more that Slack did not let fill the form, once Ana has chosen something else", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.types("/icp new Ours");
  slack.failNext("views.update", { status: 429, retryAfter: 30 });
  await ana.chooses(menu, "Manufacturing");
  await ana.sees("Where the menu still shows Manufacturing, choose another template first.");
  await ana.closes();
  await ana.fills({ Countries: ["Chile"] });
  await ana.sees(menu);
  await ana.chooses(menu, "Manufacturing");
  await ana.sees("Filled from Manufacturing.");
  expect(ana.modal?.values).toMatchObject({ Name: "Ours", Countries: ["Chile"] });
});

it("keeps what Ana chooses while a template is on its way together with what it fills", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.types("/icp new Ours");
  const held = slack.hold("views.update");
  await ana.chooses(menu, "Manufacturing");
  await held.arrived;
  await ana.fills({ Countries: ["Chile"] });
  held.release();
  await ana.sees("Filled from Manufacturing.");
  await ana.closes();
  await ana.types("/icp new");
  await ana.sees("6 of 6 target fields set");
  await ana.presses("Continue draft");
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values).toMatchObject({ Name: "Ours", Countries: ["Chile"] });
});

it("tells Ana that a template came too late after another one, and keeps what the first one filled", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.types("/icp new Ours");
  const held = slack.hold("views.update");
  await ana.chooses(menu, "Manufacturing");
  await held.arrived;
  await ana.chooses("Manufacturing", "Enterprise SaaS");
  held.release();
  await ana.sees("The form has changed before Enterprise SaaS could be filled in");
  await ana.closes();
  await ana.sees("Filled from Manufacturing.");
  const { Industries } = ana.modal?.values ?? {};
  await ana.closes();
  await ana.types("/icp new");
  await ana.presses("Continue draft");
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values).toMatchObject({ Name: "Ours", Industries });
});

it("keeps the filled form as Ben's draft, and gives his earlier draft way to a template only at a choice", async () => {
  const { ben } = await startWithMembers();
  await ben.types("/icp new Mine");
  await ben.fills({ Description: "Lenders", Industries: ["Lending"] });
  await ben.closes();
  await ben.types("/icp list");
  await ben.chooses(menu, "Manufacturing");
  await ben.sees("Filled from Manufacturing.");
  await ben.sees("Your draft is still kept");
  await ben.closes();
  await ben.types("/icp new");
  await ben.sees("1 of 6 target fields set: Industries");
  await ben.presses("Start fresh");
  await ben.chooses(menu, "Manufacturing");
  await ben.sees("Filled from Manufacturing.");
  await ben.closes();
  await ben.types("/icp new");
  await ben.sees("5 of 6 target fields set");
});

it("opens the filled form from the home of whoever may create, and offers it to nobody else", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.opensHome();
  await ana.chooses(menu, "Healthcare providers");
  await ana.sees("Filled from Healthcare providers.");
  await ana.saves();
  await ana.sees("Profile saved");

  const strict = await startTeam({ defaultWriters: "admins" });
  const ben = strict.slack.person("ben");
  await ben.types("/icp list");
  await ben.sees("No ICP profiles yet.");
  ben.seesNot(menu);
  await ben.sends(chosen("template-start", "healthcare"));
  await ben.sees("You can’t create ICP profiles here yet.");
  const gus = slack.person("gus");
  await gus.sends(chosen("template-start", "healthcare"));
  await gus.sees("Guests");
});

it("opens as often as Ana chooses the same template, in the form, in an empty list and in an empty home", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.types("/icp list");
  for (const _ of ["once", "once more", "and again"]) {
    await ana.chooses(menu, "Manufacturing");
    await ana.sees("Filled from Manufacturing.");
    await ana.sees(empty);
    await ana.fills({ "Job titles": [] });
    await ana.chooses(menu, "Manufacturing");
    await expect.poll(() => ana.modal?.values["Job titles"]).toContain("Plant Manager");
    await ana.closes();
    await ana.sees(empty);
  }
  expect(ana.messages).toHaveLength(1);
  await ana.opensHome();
  for (const _ of ["once", "once more"]) {
    await ana.chooses(menu, "Healthcare providers");
    await ana.sees("Filled from Healthcare providers.");
    await ana.closes();
    await ana.sees(empty);
  }
  slack.failNext("views.open", { status: 500 });
  await ana.chooses(menu, "Healthcare providers");
  await ana.sees("This app can’t reach Slack right now.");
  await ana.closes();
  await ana.sees(empty);
  await ana.chooses(menu, "Healthcare providers");
  await ana.sees("Filled from Healthcare providers.");
});

it("opens nothing where the plan has no profiles", async () => {
  const { slack } = await startTeam({ defaultPlan: "free" });
  const ana = slack.person("ana");
  await ana.sends(chosen("template-start", "healthcare"));
  await ana.sees("Pro plan");
  expect(ana.modal?.title).not.toBe("New ICP profile");
});

it("takes a template that is none, or that is chosen in a form of another kind, for outdated", async () => {
  const { ana } = await startWithMembers();
  await saveProfiles(ana, ["Fintech"]);
  await ana.sends(chosen("template-start", "__proto__"));
  await ana.sees(outdated);
  await ana.closes({ all: true });
  await ana.types("/icp new");
  const { view: form } = ana.modal ?? {};
  await ana.sends({ ...chosen("form-template", "nobodys"), view: form });
  await ana.sees(outdated);
  await ana.closes({ all: true });
  await ana.types("/icp show fintech");
  await ana.presses("Edit");
  await ana.sees("You are changing “Fintech”.");
  ana.seesNot(menu);
  const { view: edit } = ana.modal ?? {};
  await ana.sends({ ...chosen("form-template", "healthcare"), view: edit });
  await ana.sees(outdated);
});

it("says nothing of a store that is busy once the form is filled, and keeps all of it at the next choice", async () => {
  const { slack, config, logged, ana } = await startWithMembers();
  await ana.types("/icp new");
  await ana.sees("Only the name is required.");
  const redrawing = slack.hold("views.update");
  const choosing = ana.chooses(menu, "Manufacturing");
  await redrawing.arrived;
  const letGo = holdForWriting(pathOf(config.dataDir));
  redrawing.release();
  await choosing;
  await ana.sees("Filled from Manufacturing.");
  await expect.poll(() => logged.filter((line) => line.includes("fault:store-busy"))).toHaveLength(1);
  ana.seesNot("Nothing was changed.");
  letGo();
  await ana.fills({ Countries: ["Chile"] });
  await ana.closes();
  await ana.types("/icp new");
  await ana.presses("Continue draft");
  await ana.sees("How your team will find it.");
  expect(ana.modal?.values).toMatchObject({ Name: "Manufacturing", Countries: ["Chile"] });
});

function chosen(action_id: string, value: string) {
  return {
    type: "block_actions",
    container: { type: "message", is_ephemeral: true },
    actions: [{ type: "static_select", block_id: "forged", action_id, selected_option: { value } }],
  };
}

function updates(slack: Slack) {
  return slack.exchanges.filter(({ kind }) => kind === "views.update");
}
