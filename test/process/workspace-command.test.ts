import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { openSlack, startReadyBot } from "../support/start-bot.ts";
import type { Environment } from "../support/start-process.ts";
import { runProcess } from "../support/start-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("says that there is no workspace yet before the bot has run", async () => {
  expect(await workspace({}, "list")).toEqual(
    done("No workspace yet: the bot has not been started on this data."),
  );
});

it("lists and shows the workspaces beside a running bot", async () => {
  const { slack, env } = await openSlack();
  await startReadyBot(slack, env);
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
  [["plan", "T0ACME", "gold"], "“gold” is not a plan. Plans: free, pro, max, business."],
  [["--force"], "--force"],
])("explains itself with code 2, and touches nothing, on %j", async (words, sentence) => {
  const folder = join(temporaryFolder(), "data");
  const { code, stdout, stderr } = await workspace({ DATA_DIR: folder }, ...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.split("\n\n")[0]).toContain(sentence);
  expect(stderr).toContain("npm run workspace -- show T0123");
  expect(() => readdirSync(folder)).toThrow("ENOENT");
});

it("prints its help and succeeds when asked for it", async () => {
  const { code, stdout, stderr } = await workspace({}, "--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("npm run workspace -- plan T0123 max     sets its plan: free, pro, max, business");
});

it("says in one sentence that the data folder is a file", async () => {
  const file = join(temporaryFolder(), "data");
  writeFileSync(file, "");
  const { code, stdout, stderr } = await workspace({ DATA_DIR: file }, "list");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).toContain(file);
});

function workspace(env: Environment, ...words: readonly string[]) {
  return runProcess(["cli/workspace.ts", ...words], { env });
}

function done(...lines: readonly string[]) {
  return { code: 0, stdout: `${lines.join("\n")}\n`, stderr: "" };
}
