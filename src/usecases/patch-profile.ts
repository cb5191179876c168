import type { Actor } from "../rules/people.ts";
import { doerOf } from "../rules/people.ts";
import { plans } from "../rules/plan.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import { ProfileDraft } from "../rules/profile.ts";
import { toReason } from "../rules/revision.ts";
import type { Deps } from "./permit.ts";
import type { NoChange } from "./permit-change.ts";
import { permitChange } from "./permit-change.ts";

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
  { id, revision, change, reason = "" }: PatchProfileAsk,
): Promise<PatchProfileAnswer> {
  const permission = await permitChange(deps, actor);
  if (permission.kind !== "permitted") return permission;
  const { profiles, governance, revise } = permission;
  const limit = plans[governance.plan].writesPerDay;
  let current = await profiles.find(id);
  for (;;) {
    if (current === undefined) return { kind: "gone" };
    if (revision !== undefined && current.revision !== revision) return { kind: "stale", current };
    const draft = ProfileDraft.parse({ ...current, ...change });
    if (JSON.stringify(draft) === JSON.stringify(ProfileDraft.parse(current))) {
      return { kind: "patched", profile: current };
    }
    const facts = { by: doerOf(actor), at: deps.now(), writesPerDay: limit, reason: toReason(reason) };
    const answer = await revise({ id, revision: current.revision, draft, ...facts });
    switch (answer.kind) {
      case "revised":
        return { kind: "patched", profile: answer.profile };
      case "stale":
        current = answer.current;
        break;
      case "writes-spent":
        return { kind: "writes-spent", limit };
      case "gone":
      case "name-taken":
        return answer;
    }
  }
}
