import type { Plan, WritesToday } from "../rules/plan.ts";
import { plans } from "../rules/plan.ts";
import type { ProfileStore } from "../stores/profile-store.ts";

/** The day's writes under the plan: where others keep the profiles, they count for themselves. */
export function toWrites(
  used: number,
  { profiles, plan }: { profiles: Pick<ProfileStore, "keeper">; plan: Plan },
): WritesToday {
  const limit = plans[plan].writesPerDay;
  return profiles.keeper === "workspace" ? { used, limit } : { used, limit, isEstimate: true };
}
