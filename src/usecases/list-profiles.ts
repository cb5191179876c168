import type { Actor } from "../rules/people.ts";
import { may } from "../rules/permission.ts";
import type { ListAsk, ProfilePage } from "../stores/profile-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type ListAnswer =
  | Refused
  | {
      readonly kind: "listed";
      readonly ask: ListAsk;
      readonly page: ProfilePage;
      readonly mayCreate: boolean;
    };

/** One page of the workspace's profiles, newest first. */
export async function listProfiles(deps: Deps, actor: Actor, ask: ListAsk): Promise<ListAnswer> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused") return permission;
  const page = await deps.profilesOf(actor.teamId).list(ask);
  const mayCreate = may(actor, "create", permission.governance).kind === "yes";
  return { kind: "listed", ask, page, mayCreate };
}
