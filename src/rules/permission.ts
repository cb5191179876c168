import type { AccessSettings } from "./access.ts";
import type { Actor, Standing } from "./people.ts";
import { isFullMember } from "./people.ts";
import type { Plan } from "./plan.ts";
import { plans } from "./plan.ts";

/**
 * What can be done with profiles, where listing includes looking at one; finding out how the app stands here; and
 * looking after it.
 */
export type Action = "list" | "share" | "create" | "change" | "examine" | "administer";

type Scope = "icp:write" | "icp:admin";

export interface Governance {
  readonly plan: Plan;
  readonly access: AccessSettings;
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
  const { plan, access } = governance;
  // Who is named as one may find out why Slack does not say who they are.
  if (action === "examine" && standing === "unknown" && access.icpAdmins.includes(userId)) {
    return { kind: "yes" };
  }
  const { includesProfiles } = plans[plan];
  // Of a plan that is too small a guest learns no more than of anything else.
  if (standing === "guest" && action === "list" && access.guestsMayLook && includesProfiles) {
    return { kind: "yes" };
  }
  if (!isFullMember(standing)) {
    return { kind: "no", missing: { kind: "standing", standing } };
  }
  if (action === "examine" || action === "administer") {
    // On whatever plan: that it is too small is one of the things to find out.
    if (isIcpAdmin(actor, access)) return { kind: "yes" };
    return { kind: "no", missing: { kind: "scope", scope: "icp:admin" } };
  }
  if (!includesProfiles) return { kind: "no", missing: { kind: "plan", plan } };
  const isWrite = action === "create" || action === "change";
  if (isWrite && !holdsWriteScope(actor, access)) {
    return { kind: "no", missing: { kind: "scope", scope: "icp:write" } };
  }
  return { kind: "yes" };
}

/** Of a full member. */
function isIcpAdmin({ standing, userId, isInstaller }: Actor, { icpAdmins }: AccessSettings): boolean {
  return standing !== "member" || isInstaller || icpAdmins.includes(userId);
}

/** Of a full member. */
function holdsWriteScope(actor: Actor, access: AccessSettings): boolean {
  const { writers, chosen } = access;
  if (isIcpAdmin(actor, access)) return true;
  return writers === "members" || (writers === "chosen" && chosen.includes(actor.userId));
}
