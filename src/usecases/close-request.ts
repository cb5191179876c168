import type { Person } from "../rules/people.ts";
import type { CloseRequestAnswer } from "../stores/access-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";
import { remindToTell } from "./untold-answers.ts";

/** An ICP admin's answer to a request. Allowing it lets the person write. */
export async function answerRequest(
  deps: Deps,
  actor: Person,
  { id, state }: { id: string; state: "allowed" | "denied" },
): Promise<Refused | CloseRequestAnswer> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  await remindToTell(deps, { teamId: actor.teamId, id });
  return close(deps, actor, { id, state });
}

/** Takes a request back, which only the person may who made it. */
export async function withdrawRequest(deps: Deps, actor: Person, id: string): Promise<CloseRequestAnswer> {
  const request = await deps.accessOf(actor.teamId).findRequest(id);
  if (request?.by !== actor.userId) return { kind: "gone" };
  return close(deps, actor, { id, state: "withdrawn" });
}

function close(
  deps: Deps,
  { teamId, userId }: Person,
  ask: { id: string; state: "allowed" | "denied" | "withdrawn" },
): Promise<CloseRequestAnswer> {
  const { defaultAccess: defaults } = deps;
  return deps.accessOf(teamId).close({ ...ask, by: userId, at: deps.now(), defaults });
}
