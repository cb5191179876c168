import type { Actor, Standing, UserId } from "./people.ts";
import type { Plan } from "./plan.ts";
import { plans } from "./plan.ts";

/** What can be done with profiles. Listing includes looking at one. */
export type Action = "list" | "create" | "change";

/** Who holds `icp:write` besides the workspace's owners, its admins and the ICP admins. */
export type Writers = "admins" | "members";

export interface Governance {
  readonly plan: Plan;
  readonly writers: Writers;
  readonly icpAdmins: readonly UserId[];
}

export type Missing =
  | { readonly kind: "standing"; readonly standing: Exclude<Standing, "owner" | "admin" | "member"> }
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "scope"; readonly scope: "icp:write" };

export type Permission = { readonly kind: "yes" } | { readonly kind: "no"; readonly missing: Missing };

/**
 * Whether the actor may, and if not, the first thing that is missing. Standing comes before the plan, so that a
 * guest or a person of another organization learns nothing about the workspace.
 */
export function may(actor: Actor, action: Action, governance: Governance): Permission {
  const { standing } = actor;
  if (standing !== "owner" && standing !== "admin" && standing !== "member") {
    return { kind: "no", missing: { kind: "standing", standing } };
  }
  if (!plans[governance.plan].includesProfiles) {
    return { kind: "no", missing: { kind: "plan", plan: governance.plan } };
  }
  if (action !== "list" && !holdsWriteScope(actor, governance)) {
    return { kind: "no", missing: { kind: "scope", scope: "icp:write" } };
  }
  return { kind: "yes" };
}

function holdsWriteScope({ standing, userId }: Actor, { writers, icpAdmins }: Governance): boolean {
  return standing !== "member" || writers === "members" || icpAdmins.includes(userId);
}
