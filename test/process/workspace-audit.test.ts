import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { archives, opens } from "../support/gestures.ts";
import { asJson, done, leaveWorkspace, workspace } from "../support/run-workspace.ts";
import { openSlack, startReadyBotHere } from "../support/start-bot.ts";
import { pathOf } from "../support/store-in.ts";
import { setWritable } from "../support/stored-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("hands out the history as CSV in which no spreadsheet finds a formula", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["=1+1", 'Say "hi", all']);
  await workspace(env, "plan", "T0ACME", "max");
  await workspace(env, "plan", "T0ACME", "max");
  await workspace(env, "export", "T0ACME");
  const file = join(env.DATA_DIR, "audit.csv");
  expect(await workspace(env, "audit", "T0ACME", "--out", file)).toEqual(done(`4 entries in ${file}.`));
  const [head, formula, quoted, plan, exported, ...more] = readFileSync(file, "utf8").split("\n");
  expect(head).toBe("at,by,door,kind,subject,before,after,changes,reason");
  expect(formula).toBe("2026-05-01T12:00:00.000Z,U0ANA,slack,profile-created,'=1+1,,active,,");
  expect(quoted).toContain('"Say ""hi"", all"');
  expect(plan).toMatch(/,operator,operator,plan-set,,pro,max,,$/);
  expect(exported).toMatch(/,operator,operator,exported,,,2 profiles,,$/);
  expect(more).toEqual([""]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await workspace(env, "audit", "T0ACME", "--out", file)).code).toBe(1);
});

it("prints it for programs, beside a running bot, and knows what was restored", async () => {
  const { slack, env } = await openSlack();
  await startReadyBotHere(slack, env);
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.saves();
  await ana.sees("Profile saved");
  const file = join(temporaryFolder(), "backup.sqlite");
  await workspace(env, "backup", "T0ACME", "--out", file);
  await workspace(env, "restore", "T0ACME", file);
  expect(await asJson(env, "audit", "T0ACME")).toMatchObject([
    0,
    {
      entries: [
        { by: "U0ANA", door: "slack", kind: "profile-created", subject: "Fintech", after: "active" },
        { by: "operator", door: "operator", kind: "restored" },
      ],
    },
  ]);
  expect(await asJson(env, "audit", "T0NONE")).toMatchObject([1, { error: expect.any(String) }]);
});

it("tells which fields of a profile changed, one line for each change, and the reason that was given", async () => {
  const { slack, env } = await openSlack();
  await startReadyBotHere(slack, env);
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  await ana.fills({ Countries: ["Austria", "Germany"] });
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.closes({ all: true });
  await opens(ana, "fintech", "Edit");
  const description = `No lenders.\n${"Neither brokers. ".repeat(20)}`.trim();
  await ana.fills({
    Name: "Fintech DACH",
    Countries: ["Austria", "Switzerland"],
    "Daily prospect limit": "40",
    Description: description,
    Reason: "=We hired",
  });
  await ana.saves();
  await ana.sees("Changes saved");
  await ana.closes({ all: true });
  await archives(ana, "fintech");

  const { stdout } = await workspace(env, "audit", "T0ACME");
  const [, created, changed, archived, ...more] = stdout.trim().split("\n");
  expect(created).toMatch(/,profile-created,Fintech,,active,,$/);
  expect(changed).toMatch(
    /,Fintech,Fintech DACH,"name: Fintech → Fintech DACH; description: nothing → No lenders\. Neither .{60,80}…; daily_prospect_limit: 10 → 40; target_countries: added Switzerland, removed Germany",'=We hired$/,
  );
  expect(archived).toMatch(/,profile-archived,Fintech DACH,,,is_archived: false → true,$/);
  expect(more).toEqual([]);
  expect(await asJson(env, "audit", "T0ACME")).toMatchObject([
    0,
    {
      entries: [
        { changes: [], reason: "" },
        {
          changes: [
            { field: "name", before: "Fintech", after: "Fintech DACH" },
            { field: "description", before: "", after: description },
            { field: "daily_prospect_limit", before: 10, after: 40 },
            { field: "target_countries", added: ["Switzerland"], removed: ["Germany"] },
          ],
          reason: "=We hired",
        },
        { changes: [{ field: "is_archived", before: false, after: true }] },
      ],
    },
  ]);
});

it("lets the operator set a plan where the history takes no entry, and says so", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["Fintech"]);
  setWritable(pathOf(env.DATA_DIR), false);
  const { code, stdout } = await workspace(env, "plan", "T0ACME", "max");
  expect(code).toBe(0);
  expect(stdout).toContain("T0ACME is on Max now. Its history takes no entry now and does not tell of it.");
});
