import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { fillTeam } from "../support/fill-team.ts";
import { openEveryForm, searchEveryMenu } from "../support/open-every-form.ts";
import { rowsShown } from "../support/rows-shown.ts";
import { numbered } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

const findMenu = "Find a profile by name";

/** For ten thousand profiles on a machine that is busy. */
const patience = { timeout: 60_000 };

it("answers a team without profiles wherever it looks for one", async () => {
  const { slack } = await startTeam();
  const ben = slack.person("ben");
  for (const command of ["list", "list page 7", "list paused", "list fintech", "show"]) {
    await ben.types(`/icp ${command}`);
    await ben.sees("No ICP profiles yet.");
  }
  await ben.types("/icp show Fintech");
  await ben.sees("No profile is called “Fintech”. There are none in the list.");
  expect(ben.screen()).not.toContain(findMenu);
  await ben.opensHome();
  await ben.goesTo("home").sees("No ICP profiles yet.");
  const ana = slack.person("ana");
  await ana.types("/icp new");
  await searchEveryMenu(ana);
  await ana.closes();
  await ana.opensHome();
  await ana.presses({ label: "Export all profiles" });
  await ana.sees("[]");
});

it.each([1, 10, 11, 50, 51, 100, 101, 10_000])(
  "lists %i profiles from both ends, filters, searches, finds and opens them, and again in the app’s home",
  patience,
  async (count) => {
    const team = await startTeam();
    await fillTeam(team, makeProfiles(count));
    const ana = team.slack.person("ana");
    await turnsPages(ana, count);
    await filters(ana, count);
    await searches(ana, count);
    await finds(ana, count);
    await openEveryForm(ana, `Profile ${count}`);
    await looksThroughHome(ana, count);
  },
);

/** Every third is paused, and what is said of the first one is said of no other. */
function makeProfiles(count: number) {
  return numbered(count).map((name, index) => ({
    name,
    isActive: (index + 1) % 3 !== 0,
    jobTitles: [`Title ${index + 1}`],
    ...(index === 0 ? { description: "Asked for by Zoë", industries: ["Sölden lifts"] } : {}),
  }));
}

async function turnsPages(person: Person, count: number): Promise<void> {
  const newestFirst = numbered(count).reverse();
  const last = Math.ceil(count / 10);
  const at = (page: number) => newestFirst.slice((page - 1) * 10, page * 10);
  await person.types("/icp list");
  await person.sees(counted(count, "ICP"));
  await person.sees(`${span(1, count)} of ${count}, newest first`);
  expect(rowsShown(person)).toEqual(at(1));
  expect(person.screen().includes("[Next]")).toBe(last > 1);
  expect(person.screen()).not.toContain("[Previous]");
  for (let page = 2; page <= Math.min(last, 11); page += 1) {
    await person.presses("Next");
    await person.sees(`${span(page, count)} of ${count}, newest first`);
    expect(rowsShown(person)).toEqual(at(page));
  }
  await person.types(`/icp list page ${last + 1}`);
  await person.sees(`${span(last, count)} of ${count}, newest first; there is no page ${last + 1}`);
  expect(rowsShown(person)).toEqual(at(last));
  expect(person.screen().split("Only visible to you").at(-1)).not.toContain("[Next]");
  if (last === 1) return;
  await person.presses("Previous");
  await person.sees(`${span(last - 1, count)} of ${count}, newest first`);
  expect(rowsShown(person)).toEqual(at(last - 1));
}

async function filters(person: Person, count: number): Promise<void> {
  const paused = Math.floor(count / 3);
  await person.types("/icp list paused");
  await person.sees(paused === 0 ? "No paused profile." : counted(paused, "paused ICP"));
  if (count === 1) return;
  await person.chooses("Paused only", "Active only");
  await person.sees(counted(count - paused, "active ICP"));
  expect(rowsShown(person)).not.toContain("Profile 3");
}

async function searches(person: Person, count: number): Promise<void> {
  for (const words of ["zoe asked", "SOLDEN", '"profile 1" solden active']) {
    await person.types(`/icp list ${words}`);
    await person.sees(
      "1 ICP profile matches".replace("ICP", words.endsWith("active") ? "active ICP" : "ICP"),
    );
    expect(rowsShown(person)).toEqual(["Profile 1"]);
    await person.sees(`Show all ${count}`);
  }
  await person.types("/icp list porfile");
  await person.sees(`No profile matches “porfile”. Nearest: Profile ${count}`);
  await person.presses(`Profile ${count}`);
  await person.sees("Finding prospects");
  await person.closes({ all: true });
}

async function finds(person: Person, count: number): Promise<void> {
  if (count > 1) {
    await person.types("/icp list");
    await person.sees(findMenu);
    const newest = numbered(count).reverse().slice(0, 20);
    expect((await person.searches(findMenu, "")).map(({ text }) => text)).toEqual(newest);
    await person.chooses(findMenu, "Profile 1");
    await person.sees("Asked for by Zoë");
    await person.closes({ all: true });
  }
  await person.types("/icp show profile 1");
  await person.sees("Asked for by Zoë");
  await person.closes({ all: true });
  await person.types("/icp show Prophile X");
  await person.sees("No profile is called “Prophile X”. The nearest ones:");
  await person.presses({ label: `Details of Profile ${count}` });
  await person.sees("Finding prospects");
  await person.closes({ all: true });
}

async function looksThroughHome(person: Person, count: number): Promise<void> {
  const active = count - Math.floor(count / 3);
  const last = Math.ceil(active / 10);
  await person.opensHome();
  await person.sees(counted(active, "active ICP"));
  for (let page = 2; page <= Math.min(last, 4); page += 1) {
    await person.presses("Next");
    await person.sees(`${span(page, active)} of ${active}, newest first`);
  }
  await person.presses({ label: "Export all profiles" });
  await person.sees(count > 1000 ? "npm run workspace -- export T0ACME" : '"name": "Profile 1"');
  await person.closes();
  if (count === 1) return;
  await person.enters("Search", "zoe solden");
  await person.sees("1 active ICP profile matches “zoe solden”");
  await person.chooses("Active only", "All profiles");
  await person.sees("1 ICP profile matches");
  await person.presses(`Show all ${count}`);
  await person.sees(`${span(1, count)} of ${count}, newest first`);
}

function counted(count: number, kind: string): string {
  return `${count} ${kind} ${count === 1 ? "profile" : "profiles"}`;
}

/** "11–20"; the last page may end sooner. */
function span(page: number, count: number): string {
  const [first, last] = [page * 10 - 9, Math.min(page * 10, count)];
  return first === last ? `${first}` : `${first}–${last}`;
}
