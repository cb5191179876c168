import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";

type Person = ReturnType<Team["slack"]["person"]>;

async function archive(person: Person, name: string, reason = "") {
  await person.types(`/icp show ${name}`);
  await person.chooses("More actions", "Archive…");
  await person.sees("Its name is free for another profile.");
  await person.fills({ Reason: reason });
  await person.saves();
  await person.sees("It is out of the list, and its name is free.");
}

it("archives a profile after saying what that does, with a reason and a way back, and its cards follow", async () => {
  const { slack } = await startTeam();
  const [ana, ben] = [slack.person("ana").goesTo("general"), slack.person("ben").goesTo("general")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  await archive(ana, "fintech", "We left Germany");
  await ana.sees(/Archived .* by @Ana Ruiz/);
  await ana.sees("Reason: We left Germany");
  await ben.sees("Archived · Out of the list since");

  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("Taken back by you.");
  await ben.sees("Active · Last changed");
  await ana.chooses("More actions", "Archive…");
  await ana.saves({ times: 2 });
  await ben.sees("Archived · Out of the list since");
  await ben.presses({ label: "Details of Fintech DACH" });
  await ben.sees("It is out of the list, and its name is free.");
  expect(ben.modal?.buttons).toEqual(["History"]);
});

it("says on a card elsewhere that its profile is archived, once somebody refreshes it", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana").goesTo("sales");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.presses("Share…");
  await ana.saves();
  await ana.sees("is shared.");
  await ana.closes({ all: true });
  await archive(ana, "fintech");
  await ana.closes({ all: true });
  await ana.presses({ label: "Refresh Fintech DACH" });
  await ana.sees("Archived · As of");
  await ana.presses({ label: "Details of Fintech DACH" });
  await ana.presses("Restore");
  await ana.sees("Back in the list.");
  await ana.closes();
  await ana.presses({ label: "Refresh Fintech DACH" });
  await ana.sees("Active · As of");
});
