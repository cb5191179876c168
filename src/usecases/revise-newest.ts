import type { Actor } from "../rules/people.ts";
import { doerOf } from "../rules/people.ts";
import { plans } from "../rules/plan.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import type { RevisionHow } from "../rules/revision.ts";
import { toReason } from "../rules/revision.ts";
import type { ReviseAsk } from "../stores/profile-store.ts";
import type { Deps } from "./permit.ts";
import type { NoChange, PermittedChange } from "./permit-change.ts";
import { permitChange } from "./permit-change.ts";
import { untilWon } from "./until-won.ts";

interface ReviseNewestAsk<Other> {
  readonly id: ProfileId;
  readonly reason?: string | undefined;
  /** Taking up an earlier revision is always possible: the day's writes do not stand in the way. */
  readonly how?: RevisionHow | undefined;
  /** What it is to be, or another answer where nothing is to be written. Asked anew when somebody was faster. */
  change(now: Profile, permission: PermittedChange): Promise<Step<Other>> | Step<Other>;
}

type Step<Other> = { readonly write: Pick<ReviseAsk, "draft" | "owner"> } | { readonly answer: Other };

type RevisedNewest =
  | NoChange
  | { readonly kind: "name-taken"; readonly profile: Profile }
  | {
      readonly kind: "revised";
      readonly profile: Profile;
      /** As it was right before. */
      readonly was: Profile;
      readonly writesToday: number;
      readonly permission: PermittedChange;
    };

/** Changes a profile as it is now, whatever else somebody changes in it at the same moment. */
export async function reviseNewest<Other>(
  deps: Deps,
  actor: Actor,
  { id, reason = "", how, change }: ReviseNewestAsk<Other>,
): Promise<RevisedNewest | Other> {
  const permission = await permitChange(deps, actor);
  if (permission.kind !== "permitted") return permission;
  const { profiles, governance, revise } = permission;
  const limit = plans[governance.plan].writesPerDay;
  const writesPerDay = how === undefined ? limit : Number.POSITIVE_INFINITY;
  const facts = { id, by: doerOf(actor), writesPerDay, reason: toReason(reason), ...(how && { how }) };
  let current = await profiles.find(id);
  return untilWon(async () => {
    if (current === undefined) return { kind: "gone" };
    const was = current;
    const step = await change(was, permission);
    if ("answer" in step) return step.answer;
    const { draft, owner = was.owner } = step.write;
    const answer = await revise({ ...facts, revision: was.revision, draft, owner, at: deps.now() });
    switch (answer.kind) {
      case "revised":
        return { ...answer, was, permission };
      case "stale":
        current = answer.current;
        return undefined;
      case "writes-spent":
        return { kind: "writes-spent", limit };
      case "gone":
      case "name-taken":
        return answer;
    }
  });
}
