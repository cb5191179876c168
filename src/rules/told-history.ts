import type { AuditEntry } from "./audit.ts";
import type { Change } from "./changes.ts";
import { findChanges } from "./changes.ts";
import type { Step } from "./revision.ts";

/** An entry with what is kept of the change that it tells of. */
export interface ToldEntry extends AuditEntry {
  /** Empty where nothing was there before, and where what was there is not known: of what is deleted, nothing is. */
  readonly changes: readonly Change[];
  /** Empty where nobody gave one. */
  readonly reason: string;
}

/** The entries, each with the step that was made in the same moment, by the same, to a profile that is called so since. */
export function tellHistory(entries: readonly AuditEntry[], steps: readonly Step[]): readonly ToldEntry[] {
  const left = Map.groupBy(steps, ({ revision: { at, by, draft } }) => keyOf(at, by, draft.name));
  return entries.map((entry) => {
    const { revision, before } = left.get(keyOf(entry.at, entry.by, entry.subject))?.shift() ?? {};
    const changes = revision && before ? findChanges(before, revision) : [];
    return { ...entry, changes, reason: revision?.reason ?? "" };
  });
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
