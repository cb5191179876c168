import { isBlank } from "../rules/drafting.ts";
import type { Actor, Person } from "../rules/people.ts";
import type { FormValues } from "../rules/profile.ts";
import { limits } from "../rules/profile.ts";
import { toReason } from "../rules/revision.ts";
import { cleanLine, cutTo } from "../rules/text.ts";
import type { DraftKey, KeptDraft } from "../stores/draft-store.ts";
import type { Reminder } from "../stores/reminder-store.ts";
import type { Deps, Refused } from "./permit.ts";

/** How long what somebody filled in waits for them. */
export const keptMs = 7 * 86_400_000;

export interface DraftAsk {
  readonly about: DraftKey["about"];
  readonly values: FormValues;
  /** Of that profile, what the form was filled from. */
  readonly revision?: number | undefined;
  /** Why it is changed, as it was typed. */
  readonly reason?: string;
}

/**
 * Keeps what was filled in of somebody who may use the app and lacks something that others can give. It is said of
 * what people here can mend.
 */
export async function keepingDraft(
  deps: Deps,
  actor: Actor,
  { refused, ...draft }: DraftAsk & { refused: Refused },
): Promise<Refused> {
  const { missing } = refused;
  if (actor.kind !== "slack" || missing.kind === "standing") return refused;
  await keepDraft(deps, actor, draft);
  return missing.kind === "plan" ? refused : { ...refused, isDraftKept: true };
}

/**
 * Keeps what somebody filled in, in the place of what they had before; a program keeps its own. Answers when, UTC, ISO
 * 8601, where there is anything to keep.
 */
export async function keepDraft(
  deps: Deps,
  actor: Actor,
  { about, values, revision, reason = "" }: DraftAsk,
): Promise<string | undefined> {
  if (actor.kind !== "slack") return undefined;
  const { teamId, userId } = actor;
  const drafts = deps.draftsOf(teamId);
  if (about === "" && isBlank(values)) {
    await drafts.forget({ by: userId, about });
    return undefined;
  }
  const at = deps.now();
  const dueAt = new Date(at.getTime() + keptMs).toISOString();
  const subject = about === "" ? userId : `${userId}:${about}`;
  await deps.reminders.set({ teamId, kind: "draft-expired", subject, dueAt });
  await drafts.keep({ values, revision, reason: toReason(reason) || undefined, by: userId, about, at });
  return at.toISOString();
}

/** Forgets what became a profile, or a change of one. That is done, even where a draft of it stays. */
export async function forgetDraft(deps: Deps, actor: Actor, about: DraftKey["about"]): Promise<void> {
  if (actor.kind !== "slack") return;
  const forgetting = deps.draftsOf(actor.teamId).forget({ by: actor.userId, about });
  await forgetting.catch(() => undefined);
}

/** Forgets what people of the workspace filled in and have not taken up in time; false where there was nothing. */
export async function forgetOldDrafts(deps: Deps, reminder: Reminder): Promise<boolean> {
  const isForgotten = await deps.draftsOf(reminder.teamId).forgetOld(sinceWhen(deps));
  await deps.reminders.clear(reminder);
  return isForgotten;
}

/** The same of a name alone, which takes the place of nothing that is kept. */
export async function keepingName(
  deps: Deps,
  actor: Actor,
  { refused, name }: { refused: Refused; name: string },
): Promise<Refused> {
  const values = { name: cutTo(cleanLine(name), limits.name) };
  if (actor.kind !== "slack" || values.name === "") return refused;
  if ((await findDraft(deps, actor, "")) !== undefined) return refused;
  return keepingDraft(deps, actor, { refused, about: "", values });
}

/** What somebody filled in and did not save; undefined where nothing is kept any more. */
export function findDraft(
  deps: Deps,
  { teamId, userId }: Person,
  about: DraftKey["about"],
): Promise<KeptDraft | undefined> {
  return deps.draftsOf(teamId).find({ by: userId, about, since: sinceWhen(deps) });
}

/** What was kept before is not kept any more. */
export function sinceWhen({ now }: Pick<Deps, "now">): Date {
  return new Date(now().getTime() - keptMs);
}
