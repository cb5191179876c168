import type { TeamId } from "../rules/people.ts";
import type { Profile } from "../rules/profile.ts";
import type { Deps } from "./permit.ts";

/** Every profile, newest first; undefined where the workspace has never been met. */
export async function exportProfiles(deps: Deps, teamId: TeamId): Promise<readonly Profile[] | undefined> {
  if ((await deps.workspaces.find(teamId)) === undefined) return undefined;
  const everything = { words: [], state: "all", page: 1, pageSize: Number.MAX_SAFE_INTEGER } as const;
  return (await deps.profilesOf(teamId).list(everything)).profiles;
}
