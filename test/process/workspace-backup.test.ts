import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { leaveOlder } from "../support/leave-older.ts";
import { asJson, done, leaveWorkspace, workspace } from "../support/run-workspace.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { openSlack, startReadyBot } from "../support/start-bot.ts";
import { acme, beta, namesIn, pathOf, storesIn } from "../support/store-in.ts";
import { ageForward, damages } from "../support/stored-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("shows what was restored to people of a running bot, who go on from there, and keeps what was there", async () => {
  const { slack, env } = await openSlack();
  await startReadyBot(slack, env);
  const ana = slack.person("ana");
  const folder = String(env.DATA_DIR);
  const file = join(folder, "backups", "acme.sqlite");
  await saveProfiles(ana, ["Fintech"]);
  expect(await workspace(env, "backup", "T0ACME", "--out", file)).toMatchObject({ code: 0, stderr: "" });
  await saveProfiles(ana, ["Health"]);

  const [code, restored] = await asJson(env, "restore", "T0ACME", file);
  expect([code, restored]).toEqual([
    0,
    { teamId: "T0ACME", kind: "restored", before: expect.any(String), isWhoseKnown: true },
  ]);
  await ana.types("/icp list");
  await ana.sees("1 ICP profile");
  await saveProfiles(ana, ["Retail"]);

  const { profilesOf, reminders } = await storesIn(folder);
  expect(await namesIn(profilesOf(acme))).toEqual(["Fintech", "Retail"]);
  // What people had typed and not saved is in the backup, and has its end there, too.
  const inSevenDays = new Date(Date.now() + 7 * 86_400_000);
  expect(await reminders.due(inSevenDays)).toMatchObject([{ teamId: acme, kind: "draft-expired" }]);
  const { before } = restored as { before: string };
  expect(await workspace(env, "restore", "T0ACME", before)).toMatchObject({ code: 0 });
  expect(await namesIn((await storesIn(folder)).profilesOf(acme))).toEqual(["Fintech", "Health"]);
  expect(readdirSync(join(folder, "workspaces")).filter((name) => /new-|restore-/.test(name))).toHaveLength(
    2,
  );
});

it("lets people of a running bot begin anew where all was forgotten", async () => {
  const { slack, env } = await openSlack();
  await startReadyBot(slack, env);
  const ana = slack.person("ana");
  const path = pathOf(String(env.DATA_DIR));
  await saveProfiles(ana, ["Fintech"]);
  writeFileSync(`${path}.before-002`, "an older copy");

  expect(await workspace(env, "forget", "T0ACME")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("Add --yes to delete all profiles of T0ACME."),
  });
  expect(await workspace(env, "forget", "T0ACME", "--yes")).toEqual(
    done("T0ACME is forgotten.", path, `${path}.before-002`),
  );
  expect(readdirSync(join(path, ".."))).toEqual([]);
  expect(await workspace(env, "forget", "T0ACME", "--yes")).toMatchObject({ code: 1 });

  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");
  await saveProfiles(ana, ["Retail"]);
  const { profilesOf } = await storesIn(String(env.DATA_DIR));
  expect(await namesIn(profilesOf(acme))).toEqual(["Retail"]);
});

it("copies everything into a folder that a bot can be started on, and replaces nothing unasked", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["Fintech"]);
  await leaveWorkspace(env.DATA_DIR, ["Retail"], beta);
  const to = join(temporaryFolder(), "all");

  expect(await asJson(env, "backup", "--all", "--out", to)).toMatchObject([0, { files: { length: 3 } }]);
  expect(await namesIn((await storesIn(to)).profilesOf(beta))).toEqual(["Retail"]);
  expect(await workspace({ DATA_DIR: to }, "list")).toEqual(await workspace(env, "list"));
  expect(statSync(join(to, "control.sqlite")).mode & 0o777).toBe(0o600);
  expect(await workspace(env, "backup", "--all", "--out", to)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("control.sqlite is there already"),
  });
  expect(await workspace(env, "backup", "T0OTHER", "--out", join(to, "other"))).toMatchObject({ code: 1 });
  expect(await workspace(env, "backup", "--all", "T0ACME", "--out", to)).toMatchObject({ code: 2 });
  expect(await workspace(env, "backup", "T0ACME")).toMatchObject({ code: 2 });
});

it("restores nothing that is not a sound workspace, and changes nothing then", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["Fintech"]);
  const newer = join(env.DATA_DIR, "newer.sqlite");
  const control = join(env.DATA_DIR, "other.sqlite");
  const text = join(env.DATA_DIR, "diary.txt");
  writeFileSync(text, "Dear diary, this is no database.\n".repeat(300));
  await workspace(env, "backup", "T0ACME", "--out", newer);
  ageForward(newer);
  writeFileSync(control, readFileSync(join(env.DATA_DIR, "control.sqlite")));
  for (const [file, words] of [
    [newer, "a newer version of this app wrote it"],
    [control, "it is no workspace’s file"],
    [text, "the file is not a database"],
    [`${text}.gone`, "no such file"],
  ] as const) {
    const { code, stderr } = await workspace(env, "restore", "T0ACME", file);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(words) });
  }
  expect(readdirSync(join(env.DATA_DIR, "workspaces"))).toEqual(["T0ACME.sqlite"]);
  expect(await asJson(env, "show", "T0ACME")).toMatchObject([0, { profiles: 1 }]);
});

it("restores no other workspace's backup, and says of an older version's that nobody knows whose it was", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["Fintech"]);
  await leaveWorkspace(env.DATA_DIR, ["Retail"], beta);
  const file = join(env.DATA_DIR, "acme.sqlite");
  await workspace(env, "backup", "T0ACME", "--out", file);
  expect(await workspace(env, "restore", "T0BETA", file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("it is a backup of T0ACME, not of T0BETA. Nothing was changed."),
  });
  expect(await asJson(env, "restore", "T0BETA", file)).toMatchObject([1, { whose: "T0ACME" }]);
  expect(await namesIn((await storesIn(env.DATA_DIR)).profilesOf(beta))).toEqual(["Retail"]);

  const older = { DATA_DIR: temporaryFolder() };
  await leaveOlder(older.DATA_DIR, "011-whose");
  await leaveWorkspace(older.DATA_DIR, ["Health"]);
  const before = `${pathOf(older.DATA_DIR)}.before-011-whose`;
  const { code, stdout } = await workspace(env, "restore", "T0BETA", before);
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining("It is not known whose backup that was: an older version made it."),
  ]);
  expect(await namesIn((await storesIn(env.DATA_DIR)).profilesOf(beta))).toEqual([]);
  const betas = join(env.DATA_DIR, "beta.sqlite");
  await workspace(env, "backup", "T0BETA", "--out", betas);
  expect(await asJson(env, "restore", "T0ACME", betas)).toMatchObject([1, { whose: "T0BETA" }]);
  await workspace(older, "backup", "T0ACME", "--out", join(older.DATA_DIR, "mine.sqlite"));
  expect(await workspace(env, "restore", "T0ACME", join(older.DATA_DIR, "mine.sqlite"))).toMatchObject({
    code: 0,
    stdout: expect.not.stringContaining("It is not known"),
  });
  expect(await namesIn((await storesIn(env.DATA_DIR)).profilesOf(acme))).toEqual(["Health"]);
});

it.each(damages)("mends a workspace whose file is %s", async (_what, damage) => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["Fintech"]);
  const file = join(env.DATA_DIR, "acme.sqlite");
  await workspace(env, "backup", "T0ACME", "--out", file);
  damage(pathOf(env.DATA_DIR));

  const [code, restored] = await asJson(env, "restore", "T0ACME", file);
  expect(code).toBe(0);
  expect(existsSync((restored as { before: string }).before)).toBe(true);
  expect(await namesIn((await storesIn(env.DATA_DIR)).profilesOf(acme))).toEqual(["Fintech"]);
});
