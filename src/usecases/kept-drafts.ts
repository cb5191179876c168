import type { Actor } from "../rules/people.ts";
import type { WritesToday } from "../rules/plan.ts";
import type { ProfileDraft } from "../rules/profile.ts";
import type { Reminder } from "../stores/reminder-store.ts";
import type { BeginAnswer } from "./begin-profile.ts";
import { beginProfile } from "./begin-profile.ts";
import type { Deps, Refused } from "./permit.ts";

/** How long what somebody typed waits for them. */
export const keptMs = 7 * 86_400_000;

export type ContinueAnswer =
  | Exclude<BeginAnswer, { kind: "begun" }>
  /** `draft` is what was typed, where it is still kept. */
  | { readonly kind: "begun"; readonly writes: WritesToday; readonly draft: ProfileDraft | undefined };

/** Keeps what was typed of somebody who lacks nothing but the scope, which somebody can give them. */
export async function keepingDraft(
  deps: Deps,
  { teamId, userId }: Actor,
  { refused, draft }: { refused: Refused; draft: ProfileDraft },
): Promise<Refused> {
  if (refused.missing.kind !== "scope") return refused;
  const at = deps.now();
  const dueAt = new Date(at.getTime() + keptMs).toISOString();
  await deps.reminders.set({ teamId, kind: "draft-expired", subject: userId, dueAt });
  await deps.draftsOf(teamId).keep({ draft, by: userId, at });
  return { ...refused, isDraftKept: true };
}

/** Forgets what people of the workspace typed and have not taken up in time. */
export async function forgetDrafts(deps: Deps, reminder: Reminder): Promise<void> {
  await deps.draftsOf(reminder.teamId).forget(new Date(deps.now().getTime() - keptMs));
  await deps.reminders.clear(reminder);
}

/** Takes up what somebody typed before they were refused. */
export async function continueProfile(deps: Deps, actor: Actor): Promise<ContinueAnswer> {
  const begun = await beginProfile(deps, actor);
  if (begun.kind !== "begun") return begun;
  const since = new Date(deps.now().getTime() - keptMs);
  return { ...begun, draft: await deps.draftsOf(actor.teamId).find({ by: actor.userId, since }) };
}
