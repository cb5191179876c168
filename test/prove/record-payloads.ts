import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { saveProfiles } from "../support/save-profiles.ts";

/** What Slack sends while people do everything that there is to do. */
export async function recordPayloads(slack: Slack): Promise<unknown[]> {
  const ana = slack.person("ana").goesTo("general");
  for (const text of ["", "help", "list", "list fintech active", "list page 2", "show fin", "doctor"]) {
    await ana.types(`/icp ${text}`);
  }
  await ana.types("/icp new Fintech DACH");
  await ana.searches("Industries", "fin");
  await ana
    .fills({ Industries: ["FinTech"], "Job titles": ["VP Sales"], "Prospects a day": "25" })
    .catch(() => undefined);
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.presses("Details");
  await ana.presses("Pause");
  await ana.sees("Resume");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  await saveProfiles(ana, ["Alpine lenders", "Harbour clinics", "Cedar schools"]);
  await ana.types("/icp list");
  await ana.searches("Find a profile by name", "f");
  await ana.chooses("Find a profile by name", "Fintech DACH");
  await ana.closes({ all: true });
  await ana.starts("New ICP profile");
  await ana.closes({ all: true });
  await slack.person("gus").types("/icp list");
  await slack.sendEvent({ type: "app_home_opened", user: ana.id });
  return slack.exchanges.filter(({ direction }) => direction === "to-app").map(({ payload }) => payload);
}
