import type { TeamId } from "../rules/people.ts";
import type { AccessRequest } from "../stores/access-store.ts";
import type { Reminder } from "../stores/reminder-store.ts";
import type { Deps } from "./permit.ts";

type UntoldDeps = Pick<Deps, "accessOf" | "reminders" | "now">;

/** How long telling somebody may take, and how long it is until the next try. */
const tellingMs = 60_000;
const againMs = 60 * 60_000;
/** After this it is no news any more. */
const newsMs = 7 * 86_400_000;

/** Before a request is answered, so that the person is told even if this process ends in between. */
export async function remindToTell(
  deps: UntoldDeps,
  { teamId, id }: { teamId: TeamId; id: string },
): Promise<void> {
  const dueAt = new Date(deps.now().getTime() + tellingMs).toISOString();
  await deps.reminders.set({ teamId, kind: "answer-untold", subject: id, dueAt });
}

/** The answered request of which the person was not told, to be told now. Without one the reminder is forgotten. */
export async function findUntold(deps: UntoldDeps, reminder: Reminder): Promise<AccessRequest | undefined> {
  const { teamId, kind, subject } = reminder;
  const now = deps.now();
  const request = await deps.accessOf(teamId).findRequest(subject);
  if (request !== undefined && isNews(request, now)) {
    const dueAt = new Date(now.getTime() + againMs).toISOString();
    await deps.reminders.set({ teamId, kind, subject, dueAt });
    return request;
  }
  await deps.reminders.clear(reminder);
  return undefined;
}

export function noteTold(deps: UntoldDeps, { teamId, id }: { teamId: TeamId; id: string }): Promise<void> {
  return deps.accessOf(teamId).noteTold(id, deps.now());
}

function isNews({ state, closedAt = "", toldAt }: AccessRequest, now: Date): boolean {
  const isAnswered = state === "allowed" || state === "denied";
  return isAnswered && toldAt === undefined && now.getTime() - Date.parse(closedAt) < newsMs;
}
