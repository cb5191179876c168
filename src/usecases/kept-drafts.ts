import type { Actor, Person } from "../rules/people.ts";
import type { WritesToday } from "../rules/plan.ts";
import type { ProfileDraft } from "../rules/profile.ts";
import type { BeginAnswer } from "./begin-profile.ts";
import { beginProfile } from "./begin-profile.ts";
import type { Deps, Refused } from "./permit.ts";

/** How long what somebody typed waits for them. */
const keptMs = 7 * 86_400_000;

export type ContinueAnswer =
  | Exclude<BeginAnswer, { kind: "begun" }>
  /** `draft` is what was typed, where it is still kept. */
  | { readonly kind: "begun"; readonly writes: WritesToday; readonly draft: ProfileDraft | undefined };

/** Keeps what was typed of somebody who lacks nothing but what somebody else in the workspace can mend. */
export async function keepingDraft(
  deps: Deps,
  actor: Actor,
  { refused, draft }: { refused: Refused; draft: ProfileDraft },
): Promise<Refused> {
  const { kind } = refused.missing;
  if (actor.kind !== "slack" || (kind !== "scope" && kind !== "connection")) return refused;
  const at = deps.now();
  const forgetBefore = new Date(at.getTime() - keptMs);
  await deps.draftsOf(actor.teamId).keep({ draft, by: actor.userId, at, forgetBefore });
  return { ...refused, isDraftKept: true };
}

/** Takes up what somebody typed before they were refused. */
export async function continueProfile(deps: Deps, actor: Person): Promise<ContinueAnswer> {
  const begun = await beginProfile(deps, actor);
  if (begun.kind !== "begun") return begun;
  const since = new Date(deps.now().getTime() - keptMs);
  return { ...begun, draft: await deps.draftsOf(actor.teamId).find({ by: actor.userId, since }) };
}
