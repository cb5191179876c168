import type { TeamId } from "../../src/rules/people.ts";
import { openStores } from "../../src/stores/sql/stores.ts";
import type { Environment } from "./start-process.ts";
import { runProcess } from "./start-process.ts";
import { acme, save } from "./store-in.ts";

/** `npm run workspace -- …`, to its end. */
export function workspace(env: Environment, ...words: readonly string[]) {
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
