import type { TeamId } from "../rules/people.ts";

export interface StoreSize {
  readonly bytes: number;
  /** How much more the disk takes. */
  readonly freeBytes: number;
  /** When the newest copy beside it was made, ISO 8601. */
  readonly lastCopyAt?: string;
}

/** How one workspace's data stands where it is kept. Each question is asked now; what is wrong is a `Fault`. */
export interface StoreHealth {
  /** What it is kept in, such as SQLite. */
  readonly kind: string;
  measure(teamId: TeamId): Promise<StoreSize>;
  /** Resolves where a change could be written now. Changes nothing. */
  tryWriting(teamId: TeamId): Promise<void>;
}
