import { toFault } from "../errors.ts";
import type { AuditEntry } from "../rules/audit.ts";
import type { TeamId } from "../rules/people.ts";
import type { Deps } from "./permit.ts";

/**
 * Tells the workspace's history what was done outside its file. False where the file takes nothing now, which keeps
 * nobody from what they do: it may be what they are mending.
 */
export async function noteOutside(
  deps: Deps,
  teamId: TeamId,
  {
    by = "operator",
    kind,
    subject = "",
    before = "",
    after = "",
  }: Pick<AuditEntry, "kind"> & Partial<Omit<AuditEntry, "at" | "kind">>,
): Promise<boolean> {
  try {
    await deps.auditOf(teamId).note({ at: deps.now().toISOString(), by, kind, subject, before, after });
    return true;
  } catch (thrown) {
    if (toFault(thrown).code.startsWith("store-")) return false;
    throw thrown;
  }
}
