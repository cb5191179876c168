import type { Person, TeamId } from "../rules/people.ts";
import type { ToldEntry } from "../rules/told-history.ts";
import { tellHistory } from "../rules/told-history.ts";
import type { AuditPage } from "../stores/audit-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

/** Ten entries fill a phone's screen three times. */
const pageSize = 10;

/** One page of what was done in the workspace, the newest first, for those who look after the app. */
export async function readHistory(
  deps: Deps,
  actor: Person,
  page: number,
): Promise<Refused | ({ readonly kind: "read" } & AuditPage)> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  return { kind: "read", ...(await deps.auditOf(actor.teamId).page({ page, pageSize })) };
}

/**
 * All of it for the operator, the oldest first, with what changed in each profile that is kept here; undefined where the
 * workspace has never been met.
 */
export async function exportHistory(deps: Deps, teamId: TeamId): Promise<readonly ToldEntry[] | undefined> {
  const isKnown = (await deps.workspaces.list()).some((workspace) => workspace.teamId === teamId);
  if (!isKnown) return undefined;
  const entries = await deps.auditOf(teamId).all();
  const steps = (await deps.profilesOf({ teamId }).history?.all()) ?? [];
  return tellHistory(entries, steps);
}
