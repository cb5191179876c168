import type { Actor } from "../rules/people.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import type { ArchivedProfile } from "../stores/profile-archive.ts";
import type { Deps } from "./permit.ts";
import type { NoChange } from "./permit-change.ts";
import { permitChange } from "./permit-change.ts";

export type BeginChangeAnswer =
  | Exclude<NoChange, { kind: "writes-spent" }>
  /** Somebody has taken it out of the list; restoring it comes first. */
  | { readonly kind: "archived"; readonly archived: ArchivedProfile }
  | { readonly kind: "begun"; readonly profile: Profile };

/** Asked before a form about one profile opens, so that nobody fills it in vain. */
export async function beginChange(deps: Deps, actor: Actor, id: ProfileId): Promise<BeginChangeAnswer> {
  const permission = await permitChange(deps, actor);
  if (permission.kind !== "permitted") return permission;
  const { profiles } = permission;
  const profile = await profiles.find(id);
  if (profile !== undefined) return { kind: "begun", profile };
  const archived = await profiles.archive?.find(id);
  return archived === undefined ? { kind: "gone" } : { kind: "archived", archived };
}
