import type { Actor } from "../rules/people.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import { ProfileDraft } from "../rules/profile.ts";
import type { ReviseAsk } from "../stores/profile-store.ts";
import type { Deps } from "./permit.ts";
import type { NoChange } from "./permit-change.ts";
import { reviseNewest } from "./revise-newest.ts";

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

/** Sets one thing of a profile, such as its state or its owner, which is set to it whatever it was. */
export async function changeNewest(
  deps: Deps,
  actor: Actor,
  { id, reason, change }: ChangeAsk,
): Promise<ChangedAnswer> {
  const answer = await reviseNewest<ChangedAnswer>(deps, actor, {
    id,
    reason,
    change(now) {
      const changed = change(now);
      if (changed === undefined) return { answer: { kind: "set", profile: now, wasSo: true } };
      const { owner = now.owner, ...values } = changed;
      return { write: { draft: ProfileDraft.parse({ ...now, ...values }), owner } };
    },
  });
  switch (answer.kind) {
    case "revised":
      return { kind: "set", profile: answer.profile, wasSo: false };
    case "name-taken":
      return { kind: "gone" };
    default:
      return answer;
  }
}
