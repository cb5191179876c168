import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { leaveWorkspace, workspaceProcess } from "../support/run-workspace.ts";
import { runProcess } from "../support/start-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));

// What a command answers is asked of the door itself in the other files. Here it is a process of its own.

it("prints a key alone on stdout as npm’s script, and keeps what was compiled for the next run", async () => {
  const [data, temporary] = [temporaryFolder(), temporaryFolder()];
  // Without npm, which keeps what it compiled in the same place.
  const { stdout, stderr } = await promisify(execFile)(
    "/bin/sh",
    ["-c", `${scripts.workspace} key T0NEW --scopes icp:write`],
    { cwd: project, env: { PATH: dirname(process.execPath), DATA_DIR: data, TMPDIR: temporary } },
  );
  expect(stdout).toMatch(/^kshw_[a-z0-9]{8}_\w{32}\n$/);
  expect(stderr).toBe(
    "Copy it now: it is not shown again. It lists, shows, creates, changes and archives profiles of T0NEW.\n",
  );
  expect(readdirSync(join(temporary, "node-compile-cache"))).not.toEqual([]);
});

it("ends with its exit code, and tells only trouble on stderr", async () => {
  const [ended, refused, misunderstood] = await Promise.all([
    workspaceProcess({}, "help"),
    workspaceProcess({}, "show", "T0OTHER"),
    workspaceProcess({}, "drop"),
  ]);
  expect(ended).toEqual({
    code: 0,
    stdout: expect.stringContaining("npm run workspace -- list"),
    stderr: "",
  });
  expect(refused).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("No workspace T0OTHER here."),
  });
  expect(misunderstood).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("“drop” is not a command."),
  });
});

it("works on the data that .env names", async () => {
  const [cwd, data] = [temporaryFolder(), temporaryFolder()];
  await leaveWorkspace(data, []);
  writeFileSync(join(cwd, ".env"), `DATA_DIR=${data}\n`);
  const { code, stdout } = await runProcess(["cli/workspace.ts", "list", "--json"], { cwd });
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    { workspaces: [{ teamId: "T0ACME", name: "Acme", plan: "pro" }] },
  ]);
});
