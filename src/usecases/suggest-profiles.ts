import type { Actor } from "../rules/people.ts";
import type { NamedProfile } from "../rules/profile-names.ts";
import { nearestNames, suggestNames } from "../rules/profile-names.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type SuggestProfilesAnswer =
  | Refused
  /** `isMatch` is false where no name matches and the nearest ones stand in, of `total` that there are. */
  | {
      readonly kind: "suggested";
      readonly profiles: readonly NamedProfile[];
      readonly isMatch: boolean;
      readonly total: number;
    };

const offered = 20;

/** What a type-ahead over all of the workspace's profiles offers for what was typed. */
export async function suggestProfiles(
  deps: Deps,
  actor: Actor,
  typed: string,
): Promise<SuggestProfilesAnswer> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused") return permission;
  const names = await permission.profiles.names({ atOnce: true });
  const matching = suggestNames(names, typed, offered);
  const isMatch = matching.length > 0;
  const profiles = isMatch ? matching : nearestNames(names, typed);
  return { kind: "suggested", profiles, isMatch, total: names.length };
}
