import type { Actor } from "../rules/people.ts";
import type { NamedProfile } from "../rules/profile-names.ts";
import { nearestNames } from "../rules/profile-names.ts";
import type { ListAsk, ProfilePage } from "../stores/profile-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { judge, permit } from "./permit.ts";

export type ListAnswer =
  | Refused
  | {
      readonly kind: "listed";
      readonly ask: ListAsk;
      readonly page: ProfilePage;
      /** There is no profile, not even an archived one, and there have been some. */
      readonly areAllDeleted?: true;
      /** Where no profile has the words: those whose names are like them, the likest first. */
      readonly nearest: readonly NamedProfile[];
      readonly mayCreate: boolean;
      /** Whether the workspace could keep its profiles in Kashew, and this person may connect it. */
      readonly mayConnect?: true;
      /** What a member is told who may not create one. */
      readonly creating?: Refused;
    };

/** One page of the workspace's profiles, newest first. */
export async function listProfiles(deps: Deps, actor: Actor, ask: ListAsk): Promise<ListAnswer> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused") return permission;
  const { profiles } = permission;
  const page = await profiles.list(ask);
  const isLost = page.matching === 0 && ask.words.length > 0;
  const nearest = isLost ? nearestNames(await profiles.names(), ask.words.join(" ")) : [];
  const isEmpty = page.total === 0 && !page.archived;
  const areAllDeleted =
    isEmpty &&
    profiles.keeper === "workspace" &&
    (await deps.auditOf(actor.teamId).tellsOf("profile-deleted"));
  const creating = judge(actor, "create", permission.governance);
  const isTold = creating.kind === "refused" && creating.missing.kind === "scope";
  const mayCreate = creating.kind === "permitted";
  const mayAdminister = judge(actor, "administer", permission.governance).kind === "permitted";
  const mayConnect = profiles.keeper === "workspace" && mayAdminister;
  return {
    kind: "listed",
    ask,
    page,
    nearest,
    mayCreate,
    ...(areAllDeleted && { areAllDeleted }),
    ...(mayConnect && { mayConnect }),
    ...(isTold && { creating }),
  };
}
