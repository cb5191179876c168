import type { Actor } from "../rules/people.ts";
import { may } from "../rules/permission.ts";
import type { FoundByName } from "../rules/profile-names.ts";
import { findByName } from "../rules/profile-names.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type FindProfileAnswer = Refused | (FoundByName & { readonly mayCreate: boolean });

/** How many profiles are offered where a name means several: five fit a phone's screen. */
const offered = 5;

/** The profile that a typed name means, or those that it may mean. */
export async function findProfile(deps: Deps, actor: Actor, name: string): Promise<FindProfileAnswer> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused") return permission;
  const found = findByName(await permission.profiles.names(), name, offered);
  return { ...found, mayCreate: may(actor, "create", permission.governance).kind === "yes" };
}
