import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asJson, done, leaveWorkspace, workspace } from "../support/run-workspace.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { openSlack, startReadyBot, startReadyBotHere } from "../support/start-bot.ts";
import { beta } from "../support/store-in.ts";
import { inSqlite } from "../support/stored-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("says that there is no workspace yet before the bot has run", async () => {
  expect(await workspace({}, "list")).toEqual(
    done("No workspace yet: the bot has not been started on this data."),
  );
});

it("lists and shows the workspaces beside a running bot", async () => {
  const { slack, env } = await openSlack();
  await startReadyBotHere(slack, env);
  await saveProfiles(slack.person("ana"), ["Fintech"]);
  await saveProfiles(slack.person("ana"), ["Retail"], { Active: false });

  expect(await workspace(env, "list")).toEqual(done("T0ACME\tPro\tAcme"));
  expect(await workspace(env, "show", "T0ACME")).toEqual(
    done(
      "workspace  T0ACME  Acme",
      "plan       Pro (DEFAULT_PLAN)",
      "profiles   2, 1 active",
      "writes     2 of 200 today (UTC)",
    ),
  );
});

it("sets a plan that counts from the next thing anybody does in a running bot", async () => {
  const { slack, env } = await openSlack();
  await startReadyBot(slack, env);
  const ana = slack.person("ana");
  await ana.types("/icp list");
  await ana.sees("No ICP profiles yet.");

  expect(await workspace(env, "plan", "T0ACME", "free")).toEqual(done("T0ACME is on Free now."));
  await ana.types("/icp list");
  await ana.sees("ICP profiles need the Pro plan or higher.");
  await ana.sees("This workspace is on Free.");
  expect((await workspace(env, "show", "T0ACME")).stdout).toContain("writes     none on this plan");

  expect(await workspace(env, "plan", "T0ACME", "max")).toEqual(done("T0ACME is on Max now."));
  await ana.presses("Check again");
  await ana.sees("No ICP profiles yet.");
});

it.each([
  ["show", "T0OTHER"],
  ["plan", "T0OTHER", "max"],
])("does not know a workspace that the bot has not met: %s %s", async (...words) => {
  const { code, stdout, stderr } = await workspace({}, ...words);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe("No workspace T0OTHER here. “npm run workspace -- list” shows those there are.\n");
});

it.each([
  [[], "Say what to do."],
  [["drop"], "“drop” is not a command."],
  [["show", "../../etc"], "“../../etc” is not a workspace’s id"],
  [["plan", "T0ACME"], "Say which plan. Plans: free, pro, max, business."],
  [["plan", "T0ACME", "gold"], "“gold” is not a plan. Plans: free, pro, max, business."],
  [["--loudly"], "--loudly"],
  [["list", "--force"], "“list” does not take --force."],
  [["list", "T0ACME"], "“T0ACME” is more than it takes."],
  [["constructor"], "“constructor” is not a command."],
])("explains itself with code 2, and touches nothing, on %j", async (words, sentence) => {
  const folder = join(temporaryFolder(), "data");
  const { code, stdout, stderr } = await workspace({ DATA_DIR: folder }, ...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.split("\n\n")[0]).toContain(sentence);
  expect(stderr).toContain(
    `npm run workspace -- ${words[0] === "plan" || words[0] === "list" ? words[0] : "show"}`,
  );
  expect(() => readdirSync(folder)).toThrow("ENOENT");
});

it("prints its help and succeeds when asked for it", async () => {
  const { code, stdout, stderr } = await workspace({}, "--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/npm run workspace -- plan T0123 max +sets its plan: free, pro, max, business/);
});

it.each([
  ["help", "plan"],
  ["plan", "--help"],
])("explains one command: %s %s", async (...words) => {
  const { code, stdout } = await workspace({}, ...words);
  expect(code).toBe(0);
  expect(stdout).toContain(
    "  npm run workspace -- plan T0123 max\n\nSets its plan: free, pro, max, business.",
  );
  expect(stdout).not.toContain("-- list");
});

it("prints everything as JSON for programs, troubles too", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, []);
  expect(await asJson(env, "list")).toEqual([
    0,
    { workspaces: [{ teamId: "T0ACME", name: "Acme", plan: "pro" }] },
  ]);
  expect(await asJson(env, "plan", "T0ACME", "max")).toEqual([0, { teamId: "T0ACME", plan: "max" }]);
  expect(await asJson(env, "show", "T0ACME")).toMatchObject([
    0,
    { plan: "max", isDefaultPlan: false, profiles: 0 },
  ]);
  expect(await asJson(env, "show", "T0OTHER")).toMatchObject([
    1,
    { error: expect.stringContaining("T0OTHER") },
  ]);
  expect(await asJson(env, "drop")).toEqual([2, { error: "“drop” is not a command." }]);
});

it("lists every workspace though one is on a plan that it does not know", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, []);
  await leaveWorkspace(env.DATA_DIR, [], beta);
  inSqlite(join(env.DATA_DIR, "control.sqlite"), (sqlite) => {
    sqlite.exec("update workspaces set plan = 'platinum' where team_id = 'T0ACME'");
  });
  expect(await workspace(env, "list")).toEqual(
    done("T0ACME\tunknown plan “platinum”: set one that this version knows\tAcme", "T0BETA\tPro\tBeta"),
  );
});

it("says in one sentence that the data folder is a file", async () => {
  const file = join(temporaryFolder(), "data");
  writeFileSync(file, "");
  const { code, stdout, stderr } = await workspace({ DATA_DIR: file }, "list");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toContain(file);
});
