import type { AccessSettings } from "../../rules/access.ts";
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

/** Who can let somebody write: `admins`, as far as Slack has told, else those who always can. */
export function whoGrants(admins: readonly UserId[], { icpAdmins }: AccessSettings): string {
  const also = icpAdmins.length === 0 ? "" : `, and ${peopleNamed(icpAdmins)}`;
  const who = admins.length === 0 ? `owners and admins of this Slack workspace${also}` : peopleNamed(admins);
  return `Can grant it: ${who}.`;
}
