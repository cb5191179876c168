import type { Profile, TermField } from "../../rules/profile.ts";
import { termFields } from "../../rules/profile.ts";
import { foldKey, foldSearch } from "../../rules/text.ts";
import type { WorkspaceTables } from "./tables.ts";

export type ProfileRow = WorkspaceTables["profiles"];

export function toProfile(row: ProfileRow): Profile {
  return {
    id: row.id as Profile["id"],
    name: row.name,
    description: row.description,
    isActive: row.is_active === 1,
    minConfidence: row.min_confidence,
    dailyLimit: row.daily_limit,
    schedule: row.schedule,
    revision: row.revision,
    owner: row.owner as Profile["owner"],
    createdAt: row.created_at,
    createdBy: row.created_by as Profile["createdBy"],
    changedAt: row.changed_at,
    changedBy: row.changed_by as Profile["changedBy"],
    ...listsOf(row.terms),
  };
}

export function toRow(profile: Profile): WorkspaceTables["profiles"] {
  const searched = [profile.name, profile.description, ...termFields.flatMap((field) => profile[field])];
  return {
    id: profile.id,
    name: profile.name,
    name_key: foldKey(profile.name),
    description: profile.description,
    is_active: profile.isActive ? 1 : 0,
    min_confidence: profile.minConfidence,
    daily_limit: profile.dailyLimit,
    schedule: profile.schedule,
    revision: profile.revision,
    owner: profile.owner,
    created_at: profile.createdAt,
    created_by: profile.createdBy,
    changed_at: profile.changedAt,
    changed_by: profile.changedBy,
    search_text: searched.map(foldSearch).join("\n"),
    terms: JSON.stringify(Object.fromEntries(termFields.map((field) => [field, profile[field]]))),
  };
}

export function listsOf(terms: string): Record<TermField, string[]> {
  return JSON.parse(terms);
}
