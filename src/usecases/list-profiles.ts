import type { Actor } from "../rules/people.ts";
import { may } from "../rules/permission.ts";
import type { NamedProfile } from "../rules/profile-names.ts";
import { nearestNames } from "../rules/profile-names.ts";
import type { ListAsk, ProfilePage } from "../stores/profile-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type ListAnswer =
  | Refused
  | {
      readonly kind: "listed";
      readonly ask: ListAsk;
      readonly page: ProfilePage;
      /** Where no profile has the words: those whose names are like them, the likest first. */
      readonly nearest: readonly NamedProfile[];
      readonly mayCreate: boolean;
    };

/** As much of a name must be alike, or it is no help to name it. */
const alike = 0.5;

/** One page of the workspace's profiles, newest first. */
export async function listProfiles(deps: Deps, actor: Actor, ask: ListAsk): Promise<ListAnswer> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused") return permission;
  const profiles = deps.profilesOf(actor.teamId);
  const page = await profiles.list(ask);
  const isLost = page.matching === 0 && ask.words.length > 0;
  const nearest = isLost ? nearestNames(await profiles.names(), ask.words.join(" "), { atLeast: alike }) : [];
  const mayCreate = may(actor, "create", permission.governance).kind === "yes";
  return { kind: "listed", ask, page, nearest, mayCreate };
}
