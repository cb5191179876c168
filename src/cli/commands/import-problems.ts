import { closest, distance } from "fastest-levenshtein";
import type { ForeignProblem, KashewField } from "../../kashew/dialect.ts";
import { kashewNames } from "../../kashew/dialect.ts";
import { limits } from "../../rules/profile.ts";

/** What is wrong, where, and what to do. */
export function problemWords(problem: ForeignProblem): string {
  switch (problem.kind) {
    case "not-profiles":
      return 'It holds no list of profiles. Write { "profiles": [ … ] }.';
    case "not-a-profile":
      return `profiles[${problem.index}]: not a profile. Write an object, such as { "name": "Fintech" }.`;
    case "wrong-value":
      return `profiles[${problem.index}].${problem.field}: ${takes[problem.field]}.`;
  }
}

/** What was left out, and what it may have been meant to be. */
export function leftOutWords(field: string, profiles: number): string {
  const near = closest(field, Object.values(kashewNames));
  const meant = distance(field, near) > mostMisspelt ? "" : ` If ${near} is meant, call it that.`;
  return `${field}, in ${profiles} of them: no such field, left out.${meant}`;
}

/** In letters. */
const mostMisspelt = 2;

const list = `give a list of at most ${limits.terms} texts of 1 to ${limits.term} characters each`;

const takes: Record<KashewField, string> = {
  id: "give a UUID, or remove it for a new one",
  name: `give a text of 1 to ${limits.name} characters`,
  description: `give a text of at most ${limits.description} characters`,
  is_active: "give true or false",
  target_industries: list,
  target_company_sizes: list,
  target_job_titles: list,
  target_seniority_levels: list,
  target_departments: list,
  target_countries: list,
  min_confidence_score: `give a number from ${limits.minConfidence.min} to ${limits.minConfidence.max}`,
  daily_prospect_limit: `give a whole number from ${limits.dailyLimit.min} to ${limits.dailyLimit.max}`,
  generation_schedule: `give a text of 1 to ${limits.term} characters, such as "daily"`,
  created_at: 'give a time such as "2026-05-01T10:00:00Z", or remove it for the present',
};
