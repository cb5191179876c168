import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { asJson, done, leaveWorkspace, workspace } from "../support/run-workspace.ts";
import { openSlack, startReadyBotHere } from "../support/start-bot.ts";
import { beta } from "../support/store-in.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("moves a workspace's profiles to another workspace, and makes none of them twice", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["Fintech", "Health"]);
  await leaveWorkspace(env.DATA_DIR, ["Retail"], beta);
  const file = join(env.DATA_DIR, "acme.json");

  expect(await workspace(env, "export", "T0ACME", "--out", file)).toEqual(done(`2 profiles in ${file}.`));
  expect(await workspace(env, "import", "T0BETA", file)).toEqual(done("2 imported, 0 skipped."));
  expect(await asJson(env, "import", "T0BETA", file)).toMatchObject([
    0,
    { imported: [], skipped: [{ name: expect.any(String) }, { name: expect.any(String) }] },
  ]);
  expect(await asJson(env, "show", "T0BETA")).toMatchObject([0, { profiles: 3, writes: { used: 0 } }]);
  const both = z.object({ profiles: z.array(z.object({ name: z.string() }).loose()) });
  const moved = both.parse((await asJson(env, "export", "T0BETA"))[1]).profiles;
  expect(moved.filter(({ name }) => name !== "Retail")).toEqual(
    both.parse(JSON.parse(readFileSync(file, "utf8"))).profiles,
  );
});

it("shows what was imported beside a running bot, as the operator's", async () => {
  const { slack, env } = await openSlack();
  await startReadyBotHere(slack, env);
  const file = join(temporaryFolder(), "new.json");
  writeFileSync(file, JSON.stringify({ profiles: [{ name: "Fintech" }] }));

  expect(await workspace(env, "import", "T0ACME", file)).toEqual(done("1 imported, 0 skipped."));
  await slack.person("ana").types("/icp list");
  await slack.person("ana").sees("Fintech");
  await slack.person("ana").sees("by the operator");
});

it("writes nothing unless all is right, and names every problem and what to do", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, []);
  const file = join(env.DATA_DIR, "wrong.json");
  writeFileSync(
    file,
    JSON.stringify({ profiles: [{ name: "Fine" }, { name: "", target_industri: [] }, { name: "fine" }] }),
  );

  const { code, stderr } = await workspace(env, "import", "T0ACME", file);
  expect({ code, lines: stderr.trimEnd().split("\n") }).toEqual({
    code: 1,
    lines: [`${file}: nothing was written.`, "profiles[1].name: give a text of 1 to 100 characters."],
  });
  expect(await asJson(env, "export", "T0ACME")).toEqual([0, { profiles: [] }]);
});

it("takes the rest of a profile with fields that it has not got, and the first of two of one name, and says so", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, []);
  const file = join(env.DATA_DIR, "kashews.json");
  const profiles = [
    { name: "Fintech", updated_at: "2026-05-01T10:00:00Z", target_industri: ["FinTech"] },
    { name: "FINTECH", updated_at: "2026-05-01T10:00:00Z" },
  ];
  writeFileSync(file, JSON.stringify({ profiles }));
  expect(await workspace(env, "import", "T0ACME", file)).toEqual(
    done(
      "1 imported, 1 skipped, which the workspace has already:",
      "  FINTECH: it is here as Fintech",
      "updated_at, in 2 of them: no such field, left out.",
      "target_industri, in 1 of them: no such field, left out. If target_industries is meant, call it that.",
    ),
  );
  expect(await asJson(env, "import", "T0ACME", file)).toMatchObject([
    0,
    {
      left_out: [
        { field: "updated_at", profiles: 2 },
        { field: "target_industri", profiles: 1 },
      ],
    },
  ]);
});

it("replaces no file unasked, and says what a file is not", async () => {
  const env = { DATA_DIR: temporaryFolder() };
  await leaveWorkspace(env.DATA_DIR, ["Fintech"]);
  const file = join(env.DATA_DIR, "kept.json");
  writeFileSync(file, "kept");

  const refused = await workspace(env, "export", "T0ACME", "--out", file);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("--force") });
  expect(readFileSync(file, "utf8")).toBe("kept");
  expect(await workspace(env, "import", "T0ACME", file)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("is not JSON"),
  });
  expect(await workspace(env, "import", "T0ACME", `${file}.gone`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("there is no such file or folder"),
  });
  expect(await workspace(env, "import", "T0ACME")).toMatchObject({ code: 2 });
  expect(await workspace(env, "export", "T0ACME", "--out", file, "--force")).toMatchObject({ code: 0 });
});
