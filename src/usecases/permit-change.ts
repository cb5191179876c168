import type { Actor } from "../rules/people.ts";
import type { ProfileStore } from "../stores/profile-store.ts";
import type { Deps, Permitted, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

/** What stands in the way of a change to one profile. */
export type NoChange =
  | Refused
  /** It is not in the list: it never was, or somebody has archived it. */
  | { readonly kind: "gone" }
  /** Whoever keeps the profiles cannot change one, and nothing was tried. */
  | { readonly kind: "cannot" }
  | { readonly kind: "writes-spent"; readonly limit: number };

export type PermittedChange = Permitted & Required<Pick<ProfileStore, "revise">>;

/** Whether the actor may change profiles, and whoever keeps them can. */
export async function permitChange(
  deps: Deps,
  actor: Actor,
): Promise<Refused | { readonly kind: "cannot" } | PermittedChange> {
  const permission = await permit(deps, actor, "change");
  if (permission.kind === "refused") return permission;
  const { revise } = permission.profiles;
  return revise === undefined ? { kind: "cannot" } : { ...permission, revise };
}
