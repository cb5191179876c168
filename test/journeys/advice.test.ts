import { expect, it } from "vitest";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { startTeam } from "../support/start-team.ts";

const nothing = "Nothing to point out.";
const contradiction =
  "“SDR” finds nobody at the seniority levels you chose: add the level Individual Contributor, or remove the title.";

async function startWithMembers() {
  const team = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [team.slack.person("ana"), team.slack.person("ben")];
  return { ...team, ana, ben };
}

it("tells Ana at each choice what her form contradicts, keeps what she typed, and lets her save it all the same", async () => {
  const { ana } = await startWithMembers();
  await ana.types("/icp new");
  await ana.sees("No target field is filled, so anybody anywhere matches");
  await ana.sees("Exclusions have no field of their own: write here what rules a company or person out.");
  await ana.fills({ Name: "Fintech", Description: "No banks", "Daily prospect limit": "many" });
  await ana.fills({ "Job titles": ["SDR"] });
  await ana.sees("Only Job titles is filled, so nearly anybody matches:");
  await ana.fills({ "Seniority levels": ["C-Suite"] });
  await ana.sees(contradiction);
  ana.seesNot("nearly anybody matches");
  expect(ana.modal?.values).toMatchObject({ Name: "Fintech", "Daily prospect limit": "many" });
  await ana.fills({ "Company sizes": ["201-500", "500+"], "Daily prospect limit": "25" });
  await ana.sees("“201-500” and “500+” at 500 employees: remove one, unless you want both.");
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.sees(contradiction);
  ana.seesNot("Company sizes overlap");
  await ana.presses("Edit Fintech");
  await ana.sees("You are changing “Fintech”.");
});

it("tells Ben which profile his is like, by a name that mentions nobody, and Ana nothing of the one she edits", async () => {
  const { ana, ben } = await startWithMembers();
  const targets = { Industries: ["SaaS", "FinTech"], "Job titles": ["VP Sales"] };
  await ana.types("/icp new <!channel> *SaaS*");
  await ana.fills(targets);
  await ana.saves();
  await ana.sees("Profile saved");
  await ben.types("/icp new Mine");
  await ben.fills({ ...targets, Industries: ["SaaS", "FinTech", "Banking"] });
  const shares =
    "Shares 2 of 3 industries and all job titles with <!channel> *SaaS*, so both find some of the same people";
  await ben.sees(shares);
  await ben.closes();
  await ben.types("/icp new");
  await ben.presses("Continue draft");
  await ben.sees(shares);
  await ben.closes();

  await ana.types("/icp show channel");
  await ana.presses({ label: "Edit <!channel> *SaaS*" });
  await ana.sees(nothing);
  await ana.fills({ Countries: ["Chile"] });
  ana.seesNot("Shares");
  await ana.closes();
  await ana.types("/icp show channel");
  await ana.chooses("More actions", "Make a copy");
  await ana.sees(
    "Shares all industries and all job titles with <!channel> *SaaS*, so both find some of the same people",
  );
});

it("calls Slack only where the advice becomes another", async () => {
  const { slack, ana, logged } = await startWithMembers();
  await ana.types("/icp new");
  await ana.fills({ Industries: ["SaaS"], Countries: ["Chile"] });
  await ana.sees(nothing);
  const before = updates(slack).length;
  await ana.fills({ Countries: ["Chile", "Peru"] });
  await ana.fills({ Active: [] });
  await expect.poll(() => logged.filter((line) => line.includes("form-menu")).length).toBe(4);
  expect(updates(slack)).toHaveLength(before);
});

it("counts the later of two choices whose answers cross", async () => {
  const { slack, ana } = await startWithMembers();
  await ana.types("/icp new");
  const held = slack.hold("views.update");
  await ana.fills({ "Job titles": ["SDR"] });
  await held.arrived;
  await ana.fills({ "Seniority levels": ["C-Suite"] });
  held.release();
  await ana.sees(contradiction);
});

it("never takes the place of what Ana has saved meanwhile, nor of a form that she closed", async () => {
  const { slack, ana, logged } = await startWithMembers();
  await ana.types("/icp new Fintech");
  const held = slack.hold("views.update");
  await ana.fills({ Industries: ["SaaS"] });
  await held.arrived;
  await ana.saves();
  await ana.sees("Profile saved");
  held.release();
  await expect.poll(() => logged.join("\n")).toMatch(/form-menu.*dropped/);
  await ana.sees("Profile saved");
  await ana.closes();
  await ana.types("/icp new Health");
  const heldAgain = slack.hold("views.update");
  await ana.fills({ Industries: ["SaaS"] });
  await heldAgain.arrived;
  await ana.closes();
  heldAgain.release();
  await expect.poll(() => logged.filter((line) => /form-menu.*dropped/.test(line))).toHaveLength(2);
  expect(ana.modal).toBeUndefined();
  expect([...ana.messages, ...ana.dms]).toEqual([]);
});

it("says nothing where Slack is busy or broken, and advises at the next choice", async () => {
  const { slack, ana, logged } = await startWithMembers();
  await ana.types("/icp new Fintech");
  slack.failNext("views.update", { status: 429, retryAfter: 30 });
  await ana.fills({ Industries: ["SaaS"] });
  await expect.poll(() => logged.join("\n")).toMatch(/form-menu.*dropped/);
  slack.failNext("views.update", { status: 500 });
  await ana.fills({ "Job titles": ["SDR"] });
  await expect.poll(() => logged.join("\n")).toMatch(/form-menu.*slack-unreachable/);
  ana.seesNot(nothing);
  expect([...ana.messages, ...ana.dms]).toEqual([]);
  await ana.fills({ "Seniority levels": ["C-Suite"] });
  await ana.sees(contradiction);
});

it("tells a guest who forges a choice nothing, of his own form or of others’ profiles", async () => {
  const { slack, ana, logged } = await startWithMembers();
  await ana.types("/icp new");
  const form = ana.modal?.view;
  const before = updates(slack).length;
  const gus = slack.person("gus");
  await gus.sends({
    type: "block_actions",
    view: form,
    actions: [{ action_id: "value", block_id: "industries", type: "multi_external_select" }],
  });
  await expect.poll(() => logged.join("\n")).toMatch(/form-menu.*refused:guest/);
  expect(updates(slack)).toHaveLength(before);
});

it("leaves a form alone that an older version drew", async () => {
  const { slack, ana, logged } = await startWithMembers();
  await ana.types("/icp new");
  const { view } = ana.modal ?? {};
  const before = updates(slack).length;
  await ana.sends({
    type: "block_actions",
    view: { ...view, blocks: [] },
    actions: [{ action_id: "value", block_id: "industries", type: "multi_external_select" }],
  });
  await expect.poll(() => logged.join("\n")).toMatch(/form-menu.*done/);
  expect(updates(slack)).toHaveLength(before);
});

function updates(slack: Slack) {
  return slack.exchanges.filter(({ kind }) => kind === "views.update");
}
