import { expect, it } from "vitest";
import { idOf, keptOf } from "../support/kept.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { startCrew } from "../support/start-crew.ts";

/** For a machine that is busy. */
const patience = { timeout: 5000 };

/** Ana and Ben before the same profile, which Owen has paused a moment ago. */
async function startWithPaused() {
  const crew = await startCrew();
  const { ana, ben, owen, store } = crew;
  await saveProfiles(ana, ["Fintech"]);
  await owen.types("/icp show fintech");
  await owen.presses("Pause");
  await owen.sees("Paused by you.");
  const id = await idOf(store, "Fintech");
  const both = [ana, ben] as const;
  for (const person of both) await person.types("/icp show fintech");
  return {
    ...crew,
    both,
    kept: () => keptOf(store, id),
    atOnce: (button: string | { label: string }) => Promise.all(both.map((person) => person.presses(button))),
    screens: () => both.map((person) => person.screen()).join("\n"),
  };
}

it("saves the one of two who save the same field at the same moment, and asks the other to choose", async () => {
  const { both, atOnce, screens, kept } = await startWithPaused();
  await atOnce("Edit");
  await both[0].fills({ "Daily prospect limit": "25" });
  await both[1].fills({ "Daily prospect limit": "50" });
  await Promise.all(both.map((person) => person.saves()));
  await expect.poll(screens, patience).toMatch(/══ Changed meanwhile/);
  expect(screens()).toMatch(/Daily prospect limit: 10 → (25|50)/);
  const loser = both.find(({ modal }) => modal?.title === "Changed meanwhile");
  await loser?.fills({ "Daily prospect limit": "As I have it" });
  await loser?.saves();
  await loser?.sees(/Daily prospect limit: (25 → 50|50 → 25)/);
  expect((await kept()).history).toHaveLength(4);
});

it("takes a change back once where two press Undo at the same moment, and tells the second who was faster", async () => {
  const { both, atOnce, screens, kept } = await startWithPaused();
  await atOnce("History");
  await atOnce({ label: "Undo the change of Fintech" });
  await expect.poll(screens, patience).toContain("Not taken back: it was changed again after that.");
  await expect.poll(screens, patience).toContain("Taken back by you.");
  expect(await kept()).toMatchObject({ live: { isActive: true, revision: 3 } });
  const second = both.find(({ modal }) => modal?.title === "Changed since");
  await second?.sees(/by @(Ana Ruiz|Ben Ito)/);
});

it("tells Ana that a change is taken back, once or twice as she presses Undo", async () => {
  const { ana, store, logged } = await startCrew();
  await saveProfiles(ana, ["Fintech"]);
  const id = await idOf(store, "Fintech");
  const undoes = async () => {
    const before = logged.length;
    await Promise.all([ana.presses("Undo"), ana.presses("Undo")]);
    await expect.poll(() => logged.slice(before).filter(isUndo), patience).toHaveLength(2);
    ana.seesNot("Changed since");
  };
  await ana.types("/icp show fintech");
  await ana.presses("Pause");
  await undoes();
  await ana.sees("Taken back by you.");
  await ana.chooses("More actions", "Archive…");
  await ana.saves();
  await undoes();
  await ana.sees("Taken back by you.");
  expect(await keptOf(store, id)).toMatchObject({ live: { isActive: true, revision: 5 } });
});

it("restores a revision once where two restore it at the same moment, in the history of both", async () => {
  const { atOnce, screens, kept } = await startWithPaused();
  await atOnce("History");
  await atOnce({ label: "Restore revision 1 of Fintech" });
  await expect.poll(screens, patience).toContain("Revision 1 is restored.");
  await expect.poll(screens, patience).toContain("It is as revision 1 was.");
  expect(await kept()).toMatchObject({ live: { isActive: true, revision: 3 } });
  expect(screens().match(/3\. Restored revision 1/g)).toHaveLength(2);
});

it("archives a profile once and restores it once where two do so at the same moment", async () => {
  const { both, screens, kept } = await startWithPaused();
  for (const person of both) await person.chooses("More actions", "Archive…");
  await Promise.all(both.map((person) => person.saves()));
  await expect.poll(screens, patience).toContain("This profile is not in the list any more.");
  expect(await kept()).toMatchObject({ live: undefined, archived: { revision: 3 } });
  for (const person of both) {
    await person.closes({ all: true });
    await person.types("/icp list");
    await person.presses("Archived (1)");
  }
  await Promise.all(both.map((person) => person.presses({ label: "Restore Fintech" })));
  await expect.poll(screens, patience).toContain("“Fintech”: Back in the list.");
  await expect.poll(screens, patience).toContain("“Fintech”: It is in the list already.");
  expect(await kept()).toMatchObject({ live: { revision: 4 }, archived: undefined });
});

it("keeps a draft for each of two who leave their forms at the same moment, and offers each their own", async () => {
  const { ana, ben } = await startCrew();
  const fill = async (person: typeof ana, name: string, industry: string) => {
    await person.types(`/icp new ${name}`);
    await person.fills({ Industries: [industry] });
    await person.closes();
    await person.types("/icp new");
    await person.presses("Continue draft");
    await person.sees("How your team will find it.");
    expect(person.modal?.values).toMatchObject({ Name: name, Industries: [industry] });
    await person.saves();
    await person.sees("Profile saved");
  };
  await Promise.all([fill(ana, "Banks", "Banking"), fill(ben, "Lenders", "FinTech")]);
});

function isUndo(line: string): boolean {
  return line.includes("action profile-undo");
}
