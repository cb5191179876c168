import { expect, it } from "vitest";
import { startTeam } from "../support/start-team.ts";

it("takes Ana from a command to a profile that Ben sees in the list", async () => {
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
    "Minimum confidence": "0,8",
    "Daily prospect limit": "25",
    Description: "Lenders with a licence.\nNo brokers.",
  });
  await ana.saves();
  await ana.sees("Profile saved");
  console.log(ana.screen());
  await ana.presses("Details");
  await ana.sees("Lenders with a licence.");
  console.log(ana.screen());

  const ben = slack.person("ben");
  await ben.types("/icp list");
  await ben.sees("Fintech DACH");
  console.log(ben.screen());
  await ben.types("/icp new");
  await ben.sees("icp:write");
  console.log(ben.screen());
  expect(1).toBe(1);
});
