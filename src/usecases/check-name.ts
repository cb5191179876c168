import type { Actor } from "../rules/people.ts";
import type { Profile } from "../rules/profile.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type CheckNameAnswer =
  | Refused
  | { readonly kind: "free" }
  | { readonly kind: "name-taken"; readonly profile: Profile };

/** Whether a live profile has the name, so that a form with other faults can be told everything at once. */
export async function checkName(deps: Deps, actor: Actor, name: string): Promise<CheckNameAnswer> {
  const permission = await permit(deps, actor, "create");
  if (permission.kind === "refused") return permission;
  const { profiles } = permission;
  // Kashew lets two profiles have one name, and a warning comes when it is saved.
  if (profiles.keeper === "kashew") return { kind: "free" };
  const profile = await profiles.findByName(name);
  return profile === undefined ? { kind: "free" } : { kind: "name-taken", profile };
}
