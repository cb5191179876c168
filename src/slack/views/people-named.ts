import type { UserId } from "../../rules/people.ts";

/**
 * Markup that names at most five: more is no help. Mentions in what only one person sees notify nobody.
 */
export function peopleNamed(people: readonly UserId[]): string {
  const shown = people.slice(0, 5).map((id) => `<@${id}>`);
  const more = people.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
