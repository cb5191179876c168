import type { AuditEntry, AuditKind } from "../rules/audit.ts";
import type { Doer } from "../rules/people.ts";

/** One page, the newest entry first. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** One workspace's history. Nothing in it is ever changed or taken out. */
export interface AuditStore {
  /** For what happened outside the workspace's own file; the other stores tell of theirs themselves. */
  note(entry: AuditEntry): Promise<void>;
  /** Pages count from 1. One past the last page answers the last page. `by` and `kinds` narrow it. */
  page(ask: {
    readonly page: number;
    readonly pageSize: number;
    readonly by?: Doer | undefined;
    readonly kinds?: readonly AuditKind[] | undefined;
  }): Promise<AuditPage>;
  /** The oldest first. */
  all(): Promise<readonly AuditEntry[]>;
  /** Whether there is any entry of the kind. */
  tellsOf(kind: AuditKind): Promise<boolean>;
}
