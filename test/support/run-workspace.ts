import { join } from "node:path";
import { expect } from "vitest";
import { runCommand } from "../../src/cli/commands/run-command.ts";
import { readConfig } from "../../src/config.ts";
import type { TeamId } from "../../src/rules/people.ts";
import { openStores } from "../../src/stores/sql/stores.ts";
import { leaksIn } from "./find-leaks.ts";
import type { Ended, Environment } from "./start-process.ts";
import { runProcess } from "./start-process.ts";
import { acme, save } from "./store-in.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** `npm run workspace -- …` in this process, with these settings and nothing else. It has printed no secret. */
export async function workspace(env: Environment, ...words: readonly string[]): Promise<Ended> {
  const printed = { stdout: "", stderr: "" };
  const code = await runCommand(words, {
    readSettings: () => readConfig({ DATA_DIR: join(temporaryFolder(), "data"), ...env }),
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
  });
  expect(leaksIn(words.join(" "), printed.stdout + printed.stderr)).toEqual([]);
  return { code, ...printed };
}

/** The same as a process of its own, where that is the point. */
export function workspaceProcess(env: Environment, ...words: readonly string[]): Promise<Ended> {
  return runProcess(["cli/workspace.ts", ...words], { env });
}

/** The same with `--json`: the exit code, and what was printed. */
export async function asJson(
  env: Environment,
  ...words: readonly string[]
): Promise<[code: number | null, printed: unknown]> {
  const { code, stdout } = await workspace(env, ...words, "--json");
  return [code, JSON.parse(stdout)];
}

/** A command that did what it was told. */
export function done(...lines: readonly string[]) {
  return { code: 0, stdout: `${lines.join("\n")}\n`, stderr: "" };
}

/** Leaves a folder as a bot leaves it that has met a workspace, with these profiles. */
export async function leaveWorkspace(
  folder: string,
  names: readonly string[],
  team: TeamId = acme,
): Promise<void> {
  const stores = await openStores(folder);
  await stores.workspaces.meet({ teamId: team, name: team === acme ? "Acme" : "Beta" });
  for (const name of names) await save(stores.profilesOf(team), { name });
  await stores.close();
}
