import type { Actor, Standing, UserId } from "./people.ts";
import type { Plan } from "./plan.ts";
import { plans } from "./plan.ts";

/** What can be done with profiles, where listing includes looking at one; and looking after the app here. */
export type Action = "list" | "create" | "change" | "administer";

type Scope = "icp:write" | "icp:admin";

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
  | { readonly kind: "scope"; readonly scope: Scope };

export type Permission = { readonly kind: "yes" } | { readonly kind: "no"; readonly missing: Missing };

/**
 * Whether the actor may, and if not, the first thing that is missing. Standing comes before the plan, so that a
 * guest or a person of another organization learns nothing about the workspace.
 */
export function may(actor: Actor, action: Action, governance: Governance): Permission {
  const { standing, userId } = actor;
  const isIcpAdmin = governance.icpAdmins.includes(userId);
  // Whom the operator names may find out why Slack does not say who they are.
  if (action === "administer" && standing === "unknown" && isIcpAdmin) return { kind: "yes" };
  if (standing !== "owner" && standing !== "admin" && standing !== "member") {
    return { kind: "no", missing: { kind: "standing", standing } };
  }
  if (action === "administer") {
    // On whatever plan: that it is too small is one of the things to find out.
    if (standing !== "member" || isIcpAdmin) return { kind: "yes" };
    return { kind: "no", missing: { kind: "scope", scope: "icp:admin" } };
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
