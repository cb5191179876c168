import type { Person, TeamId } from "../rules/people.ts";
import type { ApiKey } from "../stores/api-key-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

/** The keys to the workspace's REST API, the newest first. */
export async function listKeys(
  deps: Deps,
  actor: Person,
): Promise<Refused | { readonly kind: "listed"; readonly keys: readonly ApiKey[] }> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  return { kind: "listed", keys: await deps.apiKeys.of(actor.teamId) };
}

/** The same for the operator; undefined where the workspace has never been met. */
export async function listKeysOf(deps: Deps, teamId: TeamId): Promise<readonly ApiKey[] | undefined> {
  const isKnown = (await deps.workspaces.list()).some((workspace) => workspace.teamId === teamId);
  return isKnown ? deps.apiKeys.of(teamId) : undefined;
}
