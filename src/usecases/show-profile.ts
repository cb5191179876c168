import type { Actor } from "../rules/people.ts";
import { isGuest } from "../rules/people.ts";
import { may } from "../rules/permission.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import type { ArchivedProfile } from "../stores/profile-archive.ts";
import type { Keeper } from "../stores/profile-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type ShowAnswer =
  | Refused
  | {
      readonly kind: "found";
      readonly profile: Profile;
      readonly keeper: Keeper;
      /** Whether the keeper can change a profile at all. */
      readonly canChange: boolean;
      readonly mayChange: boolean;
      readonly isGuest: boolean;
    }
  | {
      readonly kind: "archived";
      readonly archived: ArchivedProfile;
      readonly mayChange: boolean;
    }
  /** Where the profiles are kept, it is not. */
  | { readonly kind: "gone"; readonly keeper: Keeper };

/** One profile with every field, to look at or to be shared. */
export async function showProfile(
  deps: Deps,
  actor: Actor,
  { id, action = "list" }: { id: ProfileId; action?: "list" | "share" },
): Promise<ShowAnswer> {
  const permission = await permit(deps, actor, action);
  if (permission.kind === "refused") return permission;
  const { profiles } = permission;
  const profile = await profiles.find(id);
  const mayChange = may(actor, "change", permission.governance).kind === "yes";
  if (profile === undefined) {
    const archived = await profiles.archive?.find(id);
    if (archived !== undefined) return { kind: "archived", archived, mayChange };
    return { kind: "gone", keeper: profiles.keeper };
  }
  return {
    kind: "found",
    profile,
    keeper: profiles.keeper,
    canChange: profiles.revise !== undefined,
    mayChange,
    isGuest: isGuest(actor),
  };
}
