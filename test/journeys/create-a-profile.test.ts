import { expect, it } from "vitest";
import { startTeam } from "../support/start-team.ts";

it("takes Ana from a command to a profile with all twelve fields that Ben sees in the list", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech DACH");
  await ana.fills({
    Industries: ["FinTech", "Banking"],
    "Company sizes": ["51-200", "201-500"],
    Countries: ["Germany", "Austria", "Switzerland"],
    "Job titles": ["VP Sales", "Chief Lending Wizard"],
    "Seniority levels": ["VP", "Director"],
    Departments: ["Sales"],
    Active: false,
    "Minimum confidence": "0,8",
    "Daily prospect limit": "25",
    Schedule: "Daily",
    Description: "Lenders with a licence.\nNo brokers.",
  });
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.sees("VP Sales, Chief Lending Wizard · VP, Director · Sales");
  await ana.presses("Details");
  await ana.sees("Lenders with a licence.");
  await ana.sees("No, paused");
  await ana.sees("0.8");

  const ben = slack.person("ben");
  await ben.types("/icp list");
  await ben.sees("1 ICP profile");
  await ben.sees("FinTech, Banking · 51-200, 201-500 · VP Sales, Chief Lending Wizard · Germany, Austria +1");
  await ben.sees("Paused · Up to 25 prospects a day");
  await ben.presses({ label: "Details of Fintech DACH" });
  await ben.sees("FinTech, Banking");
  ana.seesNot("FinTech, Banking · 51-200, 201-500 · VP Sales, Chief Lending Wizard");
});

it.each(["/icp New “Fintech DACH”", "/icp   NEW   Fintech DACH  ", "/icp “new Fintech DACH”"])(
  "takes %s as phones write it",
  async (line) => {
    const { slack } = await startTeam();
    const ana = slack.person("ana");
    await ana.types(line);
    await ana.sees("How your team will find it.");
    expect(ana.modal?.values.Name).toBe("Fintech DACH");
  },
);

it("makes one profile of five impatient saves", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.sees("New ICP profile");
  await ana.saves({ times: 5 });
  await ana.sees("Profile saved");
  await ana.types("/icp list");
  await ana.sees("1 ICP profile");
});

it("names every broken field in one round and keeps what was typed", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.fills({ Industries: ["SaaS"] });
  await ana.saves();
  await ana.sees("Profile saved");

  await ana.presses("New profile");
  await ana.sees("Only the name is required.");
  await ana.fills({ Name: "  fintech ", Description: "Lenders", Industries: ["Banking"] });
  const { view } = await top(ana);
  const { body } = await ana.sends({
    type: "view_submission",
    view: { ...view, state: { values: { ...valuesOf("fintech"), ...numbers("7.5", "70%") } } },
  });
  expect(JSON.parse(body)).toEqual({
    response_action: "errors",
    errors: {
      name: "“Fintech” is taken by an active profile. Choose another name.",
      dailyLimit: "Use a whole number from 1 to 1000.",
      minConfidence: "Use a number from 0 to 1, such as 0.7.",
    },
  });
  await ana.saves();
  await ana.sees("“Fintech” is taken by an active profile.");
  expect(ana.modal?.values).toMatchObject({ Description: "Lenders" });
  await ana.fills({ Name: "Lending" });
  await ana.saves();
  await ana.sees("Profile saved");
});

async function top(person: { modal: { view: Record<string, unknown> } | undefined }) {
  if (person.modal === undefined) throw new Error("no modal is open");
  return person.modal;
}

function valuesOf(name: string) {
  return { name: { value: { type: "plain_text_input", value: name } } };
}

function numbers(limit: string, confidence: string) {
  return {
    dailyLimit: { value: { type: "number_input", value: limit } },
    minConfidence: { value: { type: "number_input", value: confidence } },
  };
}
