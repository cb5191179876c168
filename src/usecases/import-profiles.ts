import type { TeamId } from "../rules/people.ts";
import type { ForeignProfile, TakeInAnswer } from "../stores/profile-store.ts";
import type { Deps } from "./permit.ts";

export interface ImportAsk {
  readonly teamId: TeamId;
  readonly profiles: readonly ForeignProfile[];
}

/** Takes in what is new, as the operator; undefined where the workspace has never been met. */
export async function importProfiles(
  deps: Deps,
  { teamId, profiles }: ImportAsk,
): Promise<TakeInAnswer | undefined> {
  if ((await deps.workspaces.find(teamId)) === undefined) return undefined;
  return deps.profilesOf(teamId).takeIn({ profiles, by: "operator", at: deps.now() });
}
