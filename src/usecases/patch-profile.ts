import type { Actor } from "../rules/people.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import { ProfileDraft } from "../rules/profile.ts";
import type { Deps } from "./permit.ts";
import type { NoChange } from "./permit-change.ts";
import { reviseNewest } from "./revise-newest.ts";

export interface PatchProfileAsk {
  readonly id: ProfileId;
  /** Only if it is still this one. Left out: whatever somebody changed meanwhile. */
  readonly revision?: number | undefined;
  /** The fields that are to be other than they are. */
  readonly change: Partial<ProfileDraft>;
  readonly reason?: string | undefined;
}

export type PatchProfileAnswer =
  | NoChange
  /** Somebody was faster; asked only of a revision. Nothing is merged for a program, which can look again itself. */
  | { readonly kind: "stale"; readonly current: Profile }
  | { readonly kind: "name-taken"; readonly profile: Profile }
  /** Nothing was written where it said all that already. */
  | { readonly kind: "patched"; readonly profile: Profile };

/** Changes some fields of a profile. */
export async function patchProfile(
  deps: Deps,
  actor: Actor,
  { id, revision, change, reason }: PatchProfileAsk,
): Promise<PatchProfileAnswer> {
  const answer = await reviseNewest<PatchProfileAnswer>(deps, actor, {
    id,
    reason,
    change(current) {
      const isStale = revision !== undefined && current.revision !== revision;
      if (isStale) return { answer: { kind: "stale", current } };
      const draft = ProfileDraft.parse({ ...current, ...change });
      const isSo = JSON.stringify(draft) === JSON.stringify(ProfileDraft.parse(current));
      return isSo ? { answer: { kind: "patched", profile: current } } : { write: { draft } };
    },
  });
  return answer.kind === "revised" ? { kind: "patched", profile: answer.profile } : answer;
}
