import { expect, it } from "vitest";
import { fillTeam } from "../support/fill-team.ts";
import { rowsShown } from "../support/rows-shown.ts";
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
  await ben.sees("Creating one needs the `icp:write` scope. Can grant it: @Ana Ruiz and @Owen Park.");
});

it("turns through all of 21 profiles in place, each shown once, and back again", async () => {
  const team = await startTeam();
  const names = numbered(21);
  await fillTeam(
    team,
    names.map((name) => ({ name })),
  );
  const ben = team.slack.person("ben");
  await ben.types("/icp list");
  await ben.sees("21 ICP profiles");
  const shown = rowsShown(ben);
  for (const where of ["11–20 of 21, newest first", "21 of 21, newest first"]) {
    await ben.presses("Next");
    await ben.sees(where);
    shown.push(...rowsShown(ben));
  }
  expect(shown).toEqual(names.reverse());
  expect(ben.screen()).not.toContain("[Next]");
  for (const where of ["11–20 of 21, newest first", "1–10 of 21, newest first"]) {
    await ben.presses("Previous");
    await ben.sees(where);
  }
  expect(rowsShown(ben)).toEqual(names.slice(0, 10));
  expect(ben.messages).toHaveLength(1);
});

it("filters and searches in place, says what it found, and finds the way back", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH", "Health UK"]);
  await saveProfiles(ana, ["Fintech Nordics"], { Active: false });

  await ana.types("/icp list fintech");
  await ana.sees("2 ICP profiles match “fintech”");
  await ana.chooses("All profiles", "Paused only");
  await ana.sees("1 paused ICP profile matches “fintech”");
  expect(rowsShown(ana)).toEqual(["Fintech Nordics"]);
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

it("echoes a search that finds nothing, names what is like it and opens that, and offers all profiles", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Retail", "Fintech DACH"]);
  await saveProfiles(ana, ["Fintech UK"], { Active: false });
  await ana.types("/icp list fintehc");
  await ana.sees("No profile matches “fintehc”. Nearest: Fintech UK (paused), Fintech DACH.");
  await ana.presses("Fintech DACH");
  await ana.sees("Finding prospects");
  await ana.closes({ all: true });
  await ana.chooses("Find a profile by name", "Retail");
  await ana.sees("Finding prospects");
  await ana.closes({ all: true });
  await ana.presses("Show all 3");
  await ana.sees("3 ICP profiles");
  await ana.types("/icp list qqq");
  await ana.sees("No profile matches “qqq”. 3 profiles in all.");
  await ana.presses("New profile");
  await ana.sees("New ICP profile");
});

it("finds with the filter what it hid", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech DACH", "Retail"]);
  await ana.types("/icp list paused");
  await ana.sees("No paused profile. 2 profiles in all.");
  await ana.types("/icp list fintech paused");
  await ana.sees("No paused profile matches “fintech”. Nearest: Fintech DACH.");
  await ana.chooses("Paused only", "All profiles");
  await ana.sees("1 ICP profile matches “fintech”");
  expect(rowsShown(ana)).toEqual(["Fintech DACH"]);
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
  await slack.person("ana").types("/icp help");
  await slack.person("ana").sees("No ICP profiles. They are kept in this workspace. Plan: Pro.");
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
