import type { Actor, Person } from "../rules/people.ts";
import { limits, ProfileDraft } from "../rules/profile.ts";
import { cutTo } from "../rules/text.ts";
import type { Reminder } from "../stores/reminder-store.ts";
import type { Deps, Refused } from "./permit.ts";

/** How long what somebody typed waits for them. */
export const keptMs = 7 * 86_400_000;

/**
 * Keeps what was typed of somebody who may use the app and lacks something that others can give. It is said of what
 * people here can mend.
 */
export async function keepingDraft(
  deps: Deps,
  actor: Actor,
  { refused, draft }: { refused: Refused; draft: ProfileDraft },
): Promise<Refused> {
  const { missing } = refused;
  if (actor.kind !== "slack" || missing.kind === "standing") return refused;
  await keepDraft(deps, actor, draft);
  return missing.kind === "plan" ? refused : { ...refused, isDraftKept: true };
}

/** Keeps what somebody typed; a program keeps its own. */
export async function keepDraft(deps: Deps, actor: Actor, draft: ProfileDraft): Promise<void> {
  if (actor.kind !== "slack") return;
  const { teamId, userId } = actor;
  const at = deps.now();
  const dueAt = new Date(at.getTime() + keptMs).toISOString();
  await deps.reminders.set({ teamId, kind: "draft-expired", subject: userId, dueAt });
  await deps.draftsOf(teamId).keep({ draft, by: userId, at });
}

/** Forgets what people of the workspace typed and have not taken up in time. */
export async function forgetDrafts(deps: Deps, reminder: Reminder): Promise<void> {
  await deps.draftsOf(reminder.teamId).forget(new Date(deps.now().getTime() - keptMs));
  await deps.reminders.clear(reminder);
}

/** The same of a name alone, which takes the place of nothing that is kept. */
export async function keepingName(
  deps: Deps,
  actor: Actor,
  { refused, name }: { refused: Refused; name: string },
): Promise<Refused> {
  const draft = ProfileDraft.safeParse({ name: cutTo(name, limits.name) });
  if (actor.kind !== "slack" || !draft.success) return refused;
  if ((await findDraft(deps, actor)) !== undefined) return refused;
  return keepingDraft(deps, actor, { refused, draft: draft.data });
}

/** What somebody typed and was not saved; undefined where nothing is kept any more. */
export function findDraft(deps: Deps, { teamId, userId }: Person): Promise<ProfileDraft | undefined> {
  const since = new Date(deps.now().getTime() - keptMs);
  return deps.draftsOf(teamId).find({ by: userId, since });
}
