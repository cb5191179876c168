import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

it("gives a profile another owner, says so with a way back, and keeps it in the history", async () => {
  const { slack } = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [slack.person("ana"), slack.person("ben")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await ben.types("/icp show fintech");
  await ben.sees("Owned by @Ana Ruiz");
  await ben.chooses("More actions", "Owner…");
  await ben.sees("Whom your team asks about this profile.");
  expect(ben.modal?.values["Who owns it"]).toBe("Ana Ruiz");
  await ben.fills({ "Who owns it": "ben", Reason: "Ana moved on" });
  await ben.saves({ times: 3 });
  await ben.sees("Owned by Ben Ito now.");
  await ben.sees("Owned by @Ben Ito");
  await ben.presses("History");
  await ben.sees("2. Owner changed");
  await ben.sees("Owner: @Ana Ruiz → @Ben Ito");
  await ben.sees("Reason: Ana moved on");
  await ben.closes();
  await ben.presses({ label: "Undo the change of Fintech DACH" });
  await ben.sees("Owned by @Ana Ruiz");
  await ben.chooses("More actions", "Owner…");
  await ben.saves();
  await ben.sees("Owned by Ana Ruiz already.");
  expect(ben.modal?.buttons).not.toContain("Undo");
});

it("lets nobody own a profile but a full member of the workspace, and says why under the field", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp show fintech");
  await ana.chooses("More actions", "Owner…");
  await ana.sees("Who owns it");
  const refused = async (who: string, words: string) => {
    await ana.fills({ "Who owns it": who });
    await ana.saves();
    expect(ana.modal?.errors["Who owns it"]).toBe(words);
  };
  await refused("gus", "Guests can’t own a profile. Choose a full member.");
  slack.setRole("ben", "deactivated");
  await refused("ben", "This account is deactivated. Choose a full member.");
  await ana.closes({ all: true });
  await ana.types("/icp show fintech");
  await ana.sees("Owned by @Ana Ruiz");
});

it("offers no Owner… to whoever may not write, and refuses one who lost that right", async () => {
  const { slack } = await startTeam();
  const [ana, ben, owen] = [slack.person("ana"), slack.person("ben"), slack.person("owen")];
  await saveProfiles(ana, ["Fintech DACH"]);
  await ben.types("/icp show fintech");
  await ben.sees("Owned by @Ana Ruiz");
  ben.seesNot("⋯");
  await owen.types("/icp show fintech");
  await owen.chooses("More actions", "Owner…");
  // Nobody could own it: who may not ask is not told so.
  await owen.fills({ "Who owns it": "gus" });
  slack.setRole("owen", "member");
  await owen.saves();
  await owen.sees("You can’t change ICP profiles here yet.");
});
