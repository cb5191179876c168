import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asJson, leaveWorkspace, workspace } from "../support/run-workspace.ts";
import { saveProfiles } from "../support/save-profiles.ts";
import { openSlack, startReadyBot } from "../support/start-bot.ts";
import { beta, pathOf } from "../support/store-in.ts";
import { ageForward, inSqlite } from "../support/stored-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const slack = { SLACK_BOT_TOKEN: "xoxb-1-whole-token", SLACK_SIGNING_SECRET: "whole-signing-secret" };

it("finds nothing wrong beside a running bot", async () => {
  const { slack, env } = await openSlack();
  await startReadyBot(slack, env);
  await saveProfiles(slack.person("ana"), ["Fintech"]);

  const { code, stdout } = await workspace(env, "doctor");
  expect(code).toBe(0);
  expect(stdout).toContain("bot        running");
  expect(stdout).toContain(pathOf(String(env.DATA_DIR)));
  expect(stdout.trimEnd().split("\n").at(-1)).toBe("Nothing is wrong.");
  const elsewhere = await workspace({ DATA_DIR: String(env.DATA_DIR) }, "doctor");
  expect(elsewhere).toEqual({ code, stdout, stderr: "" });
});

it("tells each thing that is wrong, and looks at all the others", async () => {
  const env = { ...slack, DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["Fintech"]);
  await leaveWorkspace(env.DATA_DIR, ["Retail"], beta);
  writeFileSync(pathOf(env.DATA_DIR), "no database");
  ageForward(pathOf(env.DATA_DIR, beta));
  writeFileSync(`${pathOf(env.DATA_DIR)}.before-002`, "copy");
  inSqlite(join(env.DATA_DIR, "control.sqlite"), (sqlite) => {
    sqlite.exec("update workspaces set plan = 'platinum' where team_id = 'T0ACME'");
  });

  expect(await asJson(env, "doctor")).toMatchObject([
    1,
    {
      node: process.versions.node,
      troubles: [
        expect.stringContaining("T0ACME.sqlite: the file is not a database"),
        expect.stringContaining("T0BETA.sqlite was written by a newer version (999-from-the-future)"),
        "T0ACME is on a plan that this version does not know: platinum",
      ],
      data: { isBotRunning: false, copies: [{ path: `${pathOf(env.DATA_DIR)}.before-002`, bytes: 4 }] },
    },
  ]);
});

it("tells what is wrong with the settings, and makes no folder", async () => {
  expect(await asJson({ PORT: "eighty" }, "doctor")).toMatchObject([1, { troubles: ["PORT is a number."] }]);
  const folder = join(temporaryFolder(), "data");
  expect(await asJson({ DATA_DIR: folder }, "doctor")).toMatchObject([
    1,
    { troubles: [expect.stringContaining("SLACK_BOT_TOKEN")] },
  ]);
  expect(await asJson({ ...slack, DATA_DIR: folder }, "doctor")).toMatchObject([0, { troubles: [] }]);
  expect(existsSync(folder)).toBe(false);
});
