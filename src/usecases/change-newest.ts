import type { Actor } from "../rules/people.ts";
import { doerOf } from "../rules/people.ts";
import { plans } from "../rules/plan.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import { ProfileDraft } from "../rules/profile.ts";
import { toReason } from "../rules/revision.ts";
import type { ReviseAsk } from "../stores/profile-store.ts";
import type { Deps } from "./permit.ts";
import type { NoChange } from "./permit-change.ts";
import { permitChange } from "./permit-change.ts";

export type ChangedAnswer =
  | NoChange
  /** `wasSo` where nothing had to be written. */
  | { readonly kind: "set"; readonly profile: Profile; readonly wasSo: boolean };

interface ChangeAsk {
  readonly id: ProfileId;
  readonly reason?: string | undefined;
  /** What is to be other than it is now; undefined where nothing is. The name stays. */
  change(now: Profile): (Partial<ProfileDraft> & Pick<ReviseAsk, "owner">) | undefined;
}

/** Changes a profile as it is now, whatever else somebody changes in it at the same moment. */
export async function changeNewest(
  deps: Deps,
  actor: Actor,
  { id, reason = "", change }: ChangeAsk,
): Promise<ChangedAnswer> {
  const permission = await permitChange(deps, actor);
  if (permission.kind !== "permitted") return permission;
  const { profiles, governance, revise } = permission;
  const limit = plans[governance.plan].writesPerDay;
  let current = await profiles.find(id);
  for (;;) {
    if (current === undefined) return { kind: "gone" };
    const changed = change(current);
    if (changed === undefined) return { kind: "set", profile: current, wasSo: true };
    const { owner = current.owner, ...values } = changed;
    const draft = ProfileDraft.parse({ ...current, ...values });
    const { revision } = current;
    const facts = { by: doerOf(actor), at: deps.now(), writesPerDay: limit, reason: toReason(reason) };
    const answer = await revise({ id, revision, draft, owner, ...facts });
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
