import type { TeamId } from "../rules/people.ts";
import type { Profile } from "../rules/profile.ts";
import type { ListAsk } from "../stores/profile-store.ts";
import { noteOutside } from "./note-outside.ts";
import type { Deps } from "./permit.ts";

export const everyProfile: ListAsk = {
  words: [],
  state: "all",
  page: 1,
  pageSize: Number.MAX_SAFE_INTEGER,
};

/** Every profile, newest first; undefined where the workspace has never been met. */
export async function exportProfiles(
  deps: Deps,
  teamId: TeamId,
): Promise<{ readonly profiles: readonly Profile[]; readonly isNoted: boolean } | undefined> {
  const workspace = await deps.workspaces.find(teamId);
  if (workspace === undefined) return undefined;
  const { profiles } = await deps.profilesOf(workspace).list(everyProfile);
  const after = `${profiles.length} profiles`;
  return { profiles, isNoted: await noteOutside(deps, teamId, { kind: "exported", after }) };
}
