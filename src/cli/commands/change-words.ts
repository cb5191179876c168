import { kashewNames } from "../../kashew/dialect.ts";
import type { Change } from "../../rules/changes.ts";
import { cutTo } from "../../rules/text.ts";

/** A change with its field in Kashew's words, as `export` has them; `owner` and `is_archived` are ours. */
export function toNamed(change: Change) {
  return { ...change, field: nameOf(change) };
}

/** "daily_prospect_limit: 10 → 40; target_countries: added Austria", on one line. */
export function drawChanges(changes: readonly Change[]): string {
  return changes.map((change) => `${nameOf(change)}: ${whatChanged(change)}`).join("; ");
}

function nameOf({ field }: Change): string {
  if (field === "isArchived") return "is_archived";
  return field === "owner" ? field : kashewNames[field];
}

function whatChanged(change: Change): string {
  if (!("added" in change)) return `${valued(change.before)} → ${valued(change.after)}`;
  const { added, removed } = change;
  return [
    ...(added.length === 0 ? [] : [`added ${added.join(", ")}`]),
    ...(removed.length === 0 ? [] : [`removed ${removed.join(", ")}`]),
  ].join(", ");
}

/** A description may be long and have lines. */
function valued(value: string | number | boolean): string {
  if (value === "") return "nothing";
  return cutTo(String(value).replaceAll(/\s+/g, " "), 100);
}
