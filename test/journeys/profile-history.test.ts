import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

const minute = 60_000;

async function startWithTwo() {
  const team = await startTeam({ defaultWriters: "members" });
  const [ana, ben] = [team.slack.person("ana"), team.slack.person("ben")];
  await saveProfiles(ana, ["Fintech DACH"]);
  return { ...team, ana, ben };
}

it("says what Ana has done with a way back, which works once and for ten minutes", async () => {
  const { ana, clock } = await startWithTwo();
  await ana.types("/icp show fintech");
  await ana.presses("Pause");
  await ana.sees("Paused by you.");
  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("Taken back by you.");
  await ana.sees("Active · Kept");
  await ana.presses("Pause");
  await ana.sees("Paused by you.");
  clock.advance(10 * minute + 1);
  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("This change is more than ten minutes old.");
});

it("takes back nothing that Ben has built on, and says who it was", async () => {
  const { ana, ben } = await startWithTwo();
  await ana.types("/icp show fintech");
  await ana.presses("Pause");
  await ana.sees("Paused by you.");
  await ben.types("/icp show fintech");
  await ben.presses("Resume");
  await ben.sees("Resumed by you.");
  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("Not taken back: it was changed again after that.");
  await ana.sees("by @Ben");
});

it("shows any member every change with who made it, and lets whoever may write restore one", async () => {
  const { ana, ben } = await startWithTwo();
  await ana.types("/icp show fintech");
  for (const press of ["Pause", "Resume", "Pause"]) await ana.presses(press);
  await ana.sees("Paused by you.");
  await ben.types("/icp show fintech");
  await ben.presses("History");
  await ben.sees("1. Created");
  await ben.sees("2. Paused");
  await ben.sees("4. Paused");
  await ben.sees("by @Ana Ruiz · in Slack");
  await ben.presses({ label: "Restore revision 3 of Fintech DACH" });
  await ben.sees("Revision 3 is restored.");
  await ben.sees("5. Restored revision 3");
  await ben.closes();
  await ben.sees("Active · Kept");
  await ben.presses("History");
  await ben.presses({ label: "Undo the change of Fintech DACH" });
  await ben.sees("6. Took back revision 5");
  await ben.presses("Older");
  await ben.sees("Page 2 of 2, 6 in all");
  await ben.sees("1. Created");
});

it("archives a profile whose making is undone", async () => {
  const { ana } = await startWithTwo();
  await ana.types("/icp show fintech");
  await ana.presses("History");
  await ana.presses({ label: "Undo the change of Fintech DACH" });
  await ana.sees("It is out of the list, and its name is free.");
  await ana.closes();
  await ana.sees("[Restore]");
  await ana.closes({ all: true });
  await ana.types("/icp list");
  await ana.sees("The only ICP profile is archived.");
});

it("lets nobody restore or undo who may not write, and no stranger look", async () => {
  const { slack, ana } = await startTeam().then(async (team) => {
    const ana = team.slack.person("ana");
    await saveProfiles(ana, ["Fintech DACH"]);
    return { ...team, ana };
  });
  await ana.types("/icp show fintech");
  await ana.presses("Pause");
  const ben = slack.person("ben");
  await ben.types("/icp show fintech");
  await ben.presses("History");
  await ben.sees("2. Paused");
  expect(ben.modal?.buttons).toEqual([]);
});
