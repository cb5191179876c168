import type { Actor } from "../rules/people.ts";
import { doerOf } from "../rules/people.ts";
import { plans } from "../rules/plan.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import { ProfileDraft } from "../rules/profile.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export interface SetStateAsk {
  readonly id: ProfileId;
  readonly isActive: boolean;
}

export type SetStateAnswer =
  | Refused
  /** `wasSo` where somebody had done it before, and nothing was written. */
  | { readonly kind: "set"; readonly profile: Profile; readonly wasSo: boolean }
  | { readonly kind: "gone" }
  /** Whoever keeps the profiles cannot change one, and nothing was tried. */
  | { readonly kind: "cannot" }
  | { readonly kind: "writes-spent"; readonly limit: number };

/** Pauses or resumes a profile, whatever else somebody changes in it at the same moment. */
export async function setProfileState(
  deps: Deps,
  actor: Actor,
  { id, isActive }: SetStateAsk,
): Promise<SetStateAnswer> {
  const permission = await permit(deps, actor, "change");
  if (permission.kind === "refused") return permission;
  const limit = plans[permission.governance.plan].writesPerDay;
  const { profiles: store } = permission;
  if (store.revise === undefined) return { kind: "cannot" };
  let current = await store.find(id);
  for (;;) {
    if (current === undefined) return { kind: "gone" };
    if (current.isActive === isActive) return { kind: "set", profile: current, wasSo: true };
    const draft = ProfileDraft.parse({ ...current, isActive });
    const { revision } = current;
    const how = { id, revision, draft, by: doerOf(actor), at: deps.now(), writesPerDay: limit };
    const answer = await store.revise(how);
    switch (answer.kind) {
      case "revised":
        return { kind: "set", profile: answer.profile, wasSo: false };
      case "writes-spent":
        return { kind: "writes-spent", limit };
      case "stale":
        current = answer.current;
        break;
      case "gone":
      case "name-taken":
        return { kind: "gone" };
    }
  }
}
