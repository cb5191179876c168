import { z } from "zod";
import type { ConnectionState } from "./connection.ts";

/** Kashew's plans, the smallest first. */
export const Plan = z.enum(["free", "pro", "max", "business"]);
export type Plan = z.infer<typeof Plan>;

export interface PlanTerms {
  readonly name: string;
  readonly includesProfiles: boolean;
  readonly requestsPerHour: number;
  readonly writesPerDay: number;
}

/** Source: Kashew's API page, "Rate limits" and "ICP Profiles require Pro+ plan". A day is a UTC day. */
export const plans: Record<Plan, PlanTerms> = {
  free: { name: "Free", includesProfiles: false, requestsPerHour: 100, writesPerDay: 50 },
  pro: { name: "Pro", includesProfiles: true, requestsPerHour: 500, writesPerDay: 200 },
  max: { name: "Max", includesProfiles: true, requestsPerHour: 1000, writesPerDay: 500 },
  business: { name: "Business", includesProfiles: true, requestsPerHour: 2000, writesPerDay: 1000 },
};

/**
 * The plan that counts. Kashew holds a connected workspace to its own plan, of which only a refusal is heard: until
 * then the workspace has what profiles take.
 */
export function planThatCounts(set: Plan, connection: ConnectionState | undefined): Plan {
  if (connection === undefined) return set;
  if (connection === "plan") return "free";
  return plans[set].includesProfiles ? set : "pro";
}

/** A plan's writes of one UTC day. */
export interface WritesToday {
  readonly used: number;
  readonly limit: number;
  /** Kashew counts, and others may write with the same key: no more is known here. */
  readonly isEstimate?: true;
}

/** Whether so little is left that people should hear of it before they work: under a fifth. */
export function isNearLimit({ used, limit }: WritesToday): boolean {
  return limit - used < limit * 0.2;
}
