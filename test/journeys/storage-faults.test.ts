import { copyFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { countProfiles } from "../support/count-profiles.ts";
import { folderText } from "../support/folder-text.ts";
import { archives, opensArchive } from "../support/gestures.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import type { Team } from "../support/start-team.ts";
import { startTeam } from "../support/start-team.ts";
import { leaveProfiles, pathOf } from "../support/store-in.ts";
import {
  ageForward,
  bytesOf,
  damages,
  fillUp,
  hideTable,
  holdForReading,
  holdForWriting,
  setWritable,
} from "../support/stored-file.ts";

const damaged =
  "This workspace’s profiles can’t be read: their file is damaged. Whoever operates this app can restore it from a backup.";
const typed = { Name: "Health UK", Description: "Clinics", Industries: ["Biotechnology"] };

it.each(damages)(
  "tells everybody in words that the file is %s, keeps what Ana typed, and finds the restored file",
  async (_what, damage) => {
    const team = await startTeam();
    const [ana, ben] = [team.slack.person("ana"), team.slack.person("ben")];
    await saveProfiles(ana, ["Fintech"]);
    await ben.types("/icp list");
    await ana.types("/icp new");
    await ana.fills(typed);
    const path = pathOf(team.config.dataDir);
    await team.app.stop();
    const backup = join(team.config.dataDir, "backup");
    copyFileSync(path, backup);
    damage(path);
    const before = bytesOf(path);
    await team.restart();

    await ana.saves();
    await ana.sees(`Not saved. ${damaged}`);
    expect(ana.modal?.values).toMatchObject(typed);
    const [remark, ...others] = await ana.searches("Industries", "bank");
    expect(remark?.text).toMatch(/^This workspace’s profiles can’t be read/);
    expect(others).toEqual([]);
    await ben.presses("Details");
    await ben.sees(damaged);
    await ben.closes();
    await ben.types("/icp list");
    await ben.sees(damaged);
    const owen = team.slack.person("owen");
    await owen.types("/icp new");
    await owen.sees(damaged);
    expect(owen.modal?.values).toEqual({});
    expect(await isAlive(team)).toBe(true);
    expect(faultsIn(team)).toEqual(Array(5).fill("fault:store-damaged"));
    expect(bytesOf(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(["T0ACME.sqlite"]);

    copyFileSync(backup, path);
    await ana.saves();
    await ana.sees("Profile saved");
    await ben.presses("Check again");
    await ben.sees("2 ICP profiles");
  },
);

it("lists what is in a read-only file, says at saving that it is, and saves the same form once it isn’t", async () => {
  const team = await startTeam();
  const path = await leaveProfiles(team.config.dataDir, ["Fintech"]);
  setWritable(path, false);
  const ana = team.slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("1 ICP profile");
  await ana.presses("New profile");
  await ana.fills(typed);
  await ana.saves();
  await ana.sees(
    "Not saved. This workspace’s profiles can be read but not changed: their file is read-only. Nothing was changed. Whoever operates this app can make it writable.",
  );
  expect(ana.modal?.values).toMatchObject(typed);
  // Of the draft, which is said in the log alone, and of the save.
  expect(faultsIn(team)).toEqual(["fault:store-read-only", "fault:store-read-only"]);

  setWritable(path, true);
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.types("/icp list");
  await ana.sees("2 ICP profiles");
});

it("says that a newer version wrote the file, and leaves every byte of it", async () => {
  const team = await startTeam();
  const path = await leaveProfiles(team.config.dataDir, ["Fintech"]);
  ageForward(path);
  const before = bytesOf(path);
  const newer =
    "This workspace’s profiles were written by a newer version of this app. Nothing was changed. Whoever operates this app can update it.";
  const ana = team.slack.person("ana");
  await ana.types("/icp list");
  await ana.sees(newer);
  await ana.types("/icp help");
  await ana.sees(newer);
  await ana.types("/icp new");
  await ana.sees(newer);
  expect(faultsIn(team)).toEqual(Array(3).fill("fault:store-newer"));
  expect(await isAlive(team)).toBe(true);
  expect(bytesOf(path)).toBe(before);
  expect(readdirSync(dirname(path))).toEqual(["T0ACME.sqlite"]);
});

it("says that another change keeps the file busy, shows the list meanwhile, and saves once when it is free", async () => {
  const team = await startTeam();
  const ana = team.slack.person("ana");
  await saveProfiles(ana, ["Fintech"]);
  await ana.types("/icp new");
  await ana.fills(typed);
  const letGo = holdForWriting(pathOf(team.config.dataDir));
  await ana.saves();
  await ana.sees(
    "Not saved. The profiles are busy with another change. Nothing was changed. Try again in a few seconds.",
  );
  expect(ana.modal?.values).toMatchObject(typed);
  const ben = team.slack.person("ben");
  await ben.types("/icp list");
  await ben.sees("1 ICP profile");
  expect(faultsIn(team)).toEqual(["fault:store-busy"]);

  letGo();
  await ana.saves();
  await ana.sees("Profile saved");
  await ben.types("/icp list");
  await ben.sees("2 ICP profiles");
});

it("says that there is no room left, keeps what Ana typed, and saves it once there is", async () => {
  const team = await startTeam();
  const path = await leaveProfiles(team.config.dataDir, ["Fintech"]);
  const makeRoom = fillUp(path);
  const ana = team.slack.person("ana");
  await ana.types("/icp new");
  await ana.fills(typed);
  await ana.saves();
  await ana.sees(
    "Not saved. There is no room left to save profiles. Nothing was changed. Whoever operates this app can free disk space.",
  );
  expect(ana.modal?.values).toMatchObject(typed);
  expect(faultsIn(team)).toEqual(["fault:store-full"]);
  expect(await countProfiles(team)).toBe(1);

  makeRoom();
  await ana.saves();
  await ana.sees("Profile saved");
  expect(await countProfiles(team)).toBe(2);
});

it("says that a profile is deleted also where it can't be wiped from the disk yet, and wipes it later", async () => {
  const team = await startTeam({ upkeepEveryMs: 50 });
  const ana = team.slack.person("ana");
  await saveProfiles(ana, ["Fintech"], { Industries: ["Quokkas"] });
  await archives(ana, "fintech");
  await ana.closes({ all: true });
  await opensArchive(ana);
  await ana.presses({ label: "Delete Fintech for good" });
  await ana.fills({ "Type its name": "Fintech" });
  const { dataDir } = team.config;
  const letGo = holdForReading(pathOf(dataDir));
  await ana.saves();
  await ana.sees(
    "“Fintech” is deleted for good. What it was is not wiped from the disk yet, which the app tries again by itself",
  );
  await ana.sees("Nothing is archived.");
  expect(faultsIn(team)).toEqual(["fault:store-busy"]);
  expect(folderText(dataDir)).toContain("Quokkas");
  letGo();
  await expect.poll(() => folderText(dataDir), { timeout: 5000 }).not.toContain("Quokkas");
});

it("apologises for what nobody expected, with a reference that stands in the log and a way to help", async () => {
  const team = await startTeam({ supportUrl: "https://example.com/help" });
  const path = await leaveProfiles(team.config.dataDir, ["Fintech"]);
  const ana = team.slack.person("ana");
  await ana.types("/icp new");
  await ana.fills(typed);
  const mend = hideTable(path);
  await ana.saves();
  await ana.sees(
    /Not saved. Sorry, something went wrong that shouldn’t have. .* Reference \w{6}. Help: https:\/\/example.com\/help/,
  );
  expect(ana.modal?.values).toMatchObject(typed);
  const ben = team.slack.person("ben");
  await ben.types("/icp list");
  await ben.sees("Sorry, something went wrong that shouldn’t have.");
  await ben.presses("Get help");
  const [, reference] = /Reference (\w{6})/.exec(ben.screen()) ?? [];
  expect(team.logged.filter((line) => JSON.parse(line).ref === reference)).toHaveLength(1);
  expect(faultsIn(team)).toEqual(["fault:unexpected", "fault:unexpected"]);

  mend();
  await ben.presses("Try again");
  await ben.sees("1 ICP profile");
  await ana.saves();
  await ana.sees("Profile saved");
  expect(await countProfiles(team)).toBe(2);
});

async function isAlive({ app }: Team): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${app.port}/healthz`);
  return (await answer.text()) === "alive";
}

/** The outcomes in the log that were faults, the first one first. */
function faultsIn({ logged }: Team): string[] {
  const outcomes = logged.map((line) => String(JSON.parse(line).outcome));
  return outcomes.filter((outcome) => outcome.startsWith("fault:"));
}
