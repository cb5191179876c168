import type { TeamId } from "../rules/people.ts";
import type { ForeignProfile, TakeInAnswer } from "../stores/profile-store.ts";
import type { Deps } from "./permit.ts";

export interface ImportAsk {
  readonly teamId: TeamId;
  readonly profiles: readonly ForeignProfile[];
}

export type ImportAnswer =
  | ({ readonly kind: "imported" } & TakeInAnswer)
  /** Whoever keeps the profiles takes none in, and nothing was tried. */
  | { readonly kind: "cannot" };

/** Takes in what is new, as the operator; undefined where the workspace has never been met. */
export async function importProfiles(
  deps: Deps,
  { teamId, profiles }: ImportAsk,
): Promise<ImportAnswer | undefined> {
  const workspace = await deps.workspaces.find(teamId);
  if (workspace === undefined) return undefined;
  const store = deps.profilesOf(workspace);
  if (store.takeIn === undefined) return { kind: "cannot" };
  return { kind: "imported", ...(await store.takeIn({ profiles, by: "operator", at: deps.now() })) };
}
