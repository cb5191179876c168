import { expect, it } from "vitest";
import type { Person } from "../../src/sandbox/server/person.ts";
import { numbered, saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

it("tells an empty team so, and offers the first profile to whom may create it", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  await ana.presses("New profile");
  await ana.sees("New ICP profile");

  const ben = slack.person("ben");
  await ben.types("/icp list");
  await ben.sees("Creating one needs the `icp:write` scope.");
  await ben.presses("Who can create one");
  await ben.sees("@Ana Ruiz and @Owen Park hold it.");
});

it.each([
  { count: 1, title: "1 ICP profile", where: "1 of 1, newest first", pages: 1 },
  { count: 10, title: "10 ICP profiles", where: "1–10 of 10, newest first", pages: 1 },
  { count: 11, title: "11 ICP profiles", where: "1–10 of 11, newest first", pages: 2 },
  { count: 100, title: "100 ICP profiles", where: "1–10 of 100, newest first", pages: 10 },
])(
  "turns through all of $count profiles, each shown once, and back again",
  async ({ count, title, where, pages }) => {
    const { slack } = await startTeam({ defaultPlan: "business" });
    await saveProfiles(slack.person("ana"), numbered(count));
    const ben = slack.person("ben");
    await ben.types("/icp list");
    await ben.sees(title);
    await ben.sees(where);
    const shown = namesShown(ben);
    for (let page = 2; page <= pages; page += 1) {
      await ben.presses("Next");
      await ben.sees(`${span(page, count)} of ${count}`);
      shown.push(...namesShown(ben));
    }
    expect(shown).toEqual(numbered(count).reverse());
    expect(ben.messages).toHaveLength(1);
    expect(ben.screen()).not.toContain("[Next]");
    for (let page = pages - 1; page >= 1; page -= 1) {
      await ben.presses("Previous");
      await ben.sees(`${span(page, count)} of ${count}`);
    }
    expect(namesShown(ben)).toEqual(numbered(count).reverse().slice(0, 10));
  },
);

it("filters and searches in place, says what it found, and finds the way back", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH", "Health UK"]);
  await saveProfiles(ana, ["Fintech Nordics"], { Active: false });

  await ana.types("/icp list fintech");
  await ana.sees("2 ICP profiles match “fintech”");
  await ana.chooses("All profiles", "Paused only");
  await ana.sees("1 paused ICP profile matches “fintech”");
  expect(namesShown(ana)).toEqual(["Fintech Nordics"]);
  await ana.presses("Show all 3");
  await ana.sees("1–3 of 3, newest first");
  await ana.chooses("All profiles", "Active only");
  await ana.sees("2 active ICP profiles");
  expect(ana.messages).toHaveLength(1);

  await ana.types("/icp list FINTECH Active");
  await ana.sees("1 active ICP profile matches “FINTECH”");
  await ana.types("/icp list “paused”");
  await ana.sees("No profile matches “paused”. 3 profiles in all.");
  await ana.types("/icp list page 99");
  await ana.sees("1–3 of 3, newest first");
});

it("echoes a search that finds nothing and offers all profiles", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp list fintehc");
  await ana.sees("No profile matches “fintehc”. 1 profile in all.");
  await ana.presses("Show all 1");
  await ana.sees("1 ICP profile");
  await ana.types("/icp list paused");
  await ana.sees("No paused profile. 1 profile in all.");
});

it("offers the nearest verb with a button that runs it", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH"]);
  await ana.types("/icp lsit fintech");
  await ana.sees("/icp has no “lsit”. Did you mean /icp list?");
  await ana.presses("Run /icp list");
  await ana.sees("1 ICP profile matches “fintech”");
  await ana.types("/icp crate Health UK");
  await ana.presses("Run /icp new");
  await ana.sees("New ICP profile");
  expect(ana.modal?.values).toMatchObject({ Name: "Health UK" });
});

it("tells each what they may do and how things stand", async () => {
  const { slack } = await startTeam();
  await saveProfiles(slack.person("ana"), ["Fintech DACH"]);
  for (const command of ["/icp", "/icp   HELP "]) {
    const ana = slack.person("ana");
    await ana.types(command);
    await ana.sees("1 ICP profile, 1 active, kept in this workspace. Plan: Pro.");
    await ana.sees("`/icp new Fintech DACH` opens the form");
    const ben = slack.person("ben");
    await ben.types(command);
    await ben.sees("`/icp new` needs the `icp:write` scope, which you don’t hold");
  }
});

function span(page: number, count: number): string {
  const [first, last] = [page * 10 - 9, Math.min(page * 10, count)];
  return first === last ? `${first}` : `${first}–${last}`;
}

/** The names of the rows on the screen, from the top. */
function namesShown(person: Person): string[] {
  const message = person.messages.at(-1);
  return message === undefined
    ? []
    : [...message.text.matchAll(/(\w[\w ]*), (?:active|paused)/g)].map(([, name = ""]) => name);
}
