import { toFault } from "../errors.ts";
import type { AuditEntry } from "../rules/audit.ts";
import type { TeamId } from "../rules/people.ts";
import type { Deps } from "./permit.ts";

/**
 * Tells the workspace's history what the operator did outside its file. False where the file takes nothing now, which
 * keeps the operator from nothing: it may be what they are mending.
 */
export async function noteByOperator(
  deps: Deps,
  teamId: TeamId,
  { kind, before = "", after = "" }: Pick<AuditEntry, "kind"> & Partial<Pick<AuditEntry, "before" | "after">>,
): Promise<boolean> {
  try {
    const at = deps.now().toISOString();
    await deps.auditOf(teamId).note({ at, by: "operator", kind, subject: "", before, after });
    return true;
  } catch (thrown) {
    if (toFault(thrown).code.startsWith("store-")) return false;
    throw thrown;
  }
}
