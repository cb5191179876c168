import type { Actor } from "../rules/people.ts";
import { isGuest } from "../rules/people.ts";
import { may } from "../rules/permission.ts";
import type { Plan } from "../rules/plan.ts";
import type { Keeper } from "../stores/profile-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type WorkspaceAnswer =
  | Refused
  | {
      readonly kind: "described";
      readonly plan: Plan;
      readonly keeper: Keeper;
      /** Missing while Kashew keeps the profiles and does not answer. */
      readonly count?: { readonly total: number; readonly active: number };
      readonly mayCreate: boolean;
      readonly mayAdminister: boolean;
      /** A guest is told what there is to look at, and nothing else. */
      readonly isGuest: boolean;
    };

/** The present state of the workspace and what the actor may do in it. */
export async function describeWorkspace(deps: Deps, actor: Actor): Promise<WorkspaceAnswer> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused") return permission;
  const { profiles } = permission;
  const count = await profiles.count().catch((thrown: unknown) => {
    if (profiles.keeper === "kashew") return undefined;
    throw thrown;
  });
  return {
    kind: "described",
    plan: permission.governance.plan,
    keeper: profiles.keeper,
    ...(count && { count }),
    mayCreate: may(actor, "create", permission.governance).kind === "yes",
    isGuest: isGuest(actor),
    mayAdminister: may(actor, "administer", permission.governance).kind === "yes",
  };
}
