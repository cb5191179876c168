import { toFault } from "../errors.ts";
import type { AuditEntry } from "../rules/audit.ts";
import type { TeamId } from "../rules/people.ts";
import type { Deps } from "./permit.ts";

/**
 * Tells the workspace's history what the operator did outside its file. False where the file takes nothing now, which
 * keeps the operator from nothing: it may be what they are mending.
 */
export function noteByOperator(
  deps: Deps,
  teamId: TeamId,
  entry: Pick<AuditEntry, "kind"> & Partial<Pick<AuditEntry, "before" | "after">>,
): Promise<boolean> {
  return noteOutside(deps, teamId, { ...entry, by: "operator" });
}

/** The same of what anybody did outside the workspace's file. */
export async function noteOutside(
  deps: Deps,
  teamId: TeamId,
  entry: Pick<AuditEntry, "kind" | "by"> & Partial<AuditEntry>,
): Promise<boolean> {
  try {
    const at = deps.now().toISOString();
    await deps.auditOf(teamId).note({ at, subject: "", before: "", after: "", ...entry });
    return true;
  } catch (thrown) {
    if (toFault(thrown).code.startsWith("store-")) return false;
    throw thrown;
  }
}
