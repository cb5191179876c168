import { profileKinds } from "../rules/audit.ts";
import type { Person, TeamId, UserId } from "../rules/people.ts";
import type { ToldEntry } from "../rules/told-history.ts";
import { tellHistory } from "../rules/told-history.ts";
import type { AuditPage } from "../stores/audit-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

/** Ten entries fill a phone's screen three times. */
const pageSize = 10;

export interface HistoryAsk {
  readonly page: number;
  /** Whose changes alone are asked for. */
  readonly by?: UserId | undefined;
}

export interface HistoryPage extends AuditPage, Pick<HistoryAsk, "by"> {
  /** Otherwise it tells of profiles alone. */
  readonly isWhole: boolean;
}

/**
 * One page of what was done in the workspace, the newest first: all of it for those who look after the app, what was
 * done to profiles for whoever may look at them.
 */
export async function readHistory(
  deps: Deps,
  actor: Person,
  { page, by }: HistoryAsk,
): Promise<Refused | ({ readonly kind: "read" } & HistoryPage)> {
  const isWhole = (await permit(deps, actor, "administer")).kind === "permitted";
  if (!isWhole) {
    const permission = await permit(deps, actor, "list");
    if (permission.kind === "refused") return permission;
  }
  const kinds = isWhole ? undefined : profileKinds;
  const read = await deps.auditOf(actor.teamId).page({ page, pageSize, by, kinds });
  return { kind: "read", ...read, by, isWhole };
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
