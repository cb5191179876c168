import type { AccessSettings } from "./access.ts";
import type { ConnectionState } from "./connection.ts";
import type { Actor, KeyHolder, Person, Standing, UserId } from "./people.ts";
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
  /** How the workspace stands with Kashew. Missing where it keeps its profiles itself. */
  readonly connection?: { readonly state: ConnectionState; readonly connectedBy: UserId } | undefined;
}

export type Missing =
  | { readonly kind: "standing"; readonly standing: Exclude<Standing, "owner" | "admin" | "member"> }
  /** `connectedBy` where it is Kashew that refuses the plan. */
  | { readonly kind: "plan"; readonly plan: Plan; readonly connectedBy?: UserId }
  | { readonly kind: "scope"; readonly scope: Scope }
  /** The workspace's key to Kashew is not taken any more, or may not write. `mayReconnect` where the actor may. */
  | { readonly kind: "connection"; readonly state: "broken" | "read-only"; readonly mayReconnect?: true };

export type Permission = { readonly kind: "yes" } | { readonly kind: "no"; readonly missing: Missing };

/**
 * Whether the actor may, and if not, the first thing that is missing. Standing comes before the plan, so that a
 * guest or a person of another organization learns nothing about the workspace.
 */
export function may(actor: Actor, action: Action, governance: Governance): Permission {
  return actor.kind === "slack"
    ? mayPerson(actor, action, governance)
    : mayKeyHolder(actor, action, governance);
}

function mayPerson(person: Person, action: Action, { plan, access, connection }: Governance): Permission {
  const { standing, userId } = person;
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
    if (isIcpAdmin(person, access)) return { kind: "yes" };
    return { kind: "no", missing: { kind: "scope", scope: "icp:admin" } };
  }
  if (!includesProfiles) {
    const isKashews = connection?.state === "plan";
    const by = isKashews ? { connectedBy: connection.connectedBy } : {};
    return { kind: "no", missing: { kind: "plan", plan, ...by } };
  }
  const state = connection?.state;
  const anew = isIcpAdmin(person, access) ? { mayReconnect: true as const } : {};
  if (state === "broken") return { kind: "no", missing: { kind: "connection", state, ...anew } };
  const isWrite = action === "create" || action === "change";
  if (isWrite && !holdsWriteScope(person, access)) {
    return { kind: "no", missing: { kind: "scope", scope: "icp:write" } };
  }
  if (isWrite && state === "read-only") {
    return { kind: "no", missing: { kind: "connection", state, ...anew } };
  }
  return { kind: "yes" };
}

/** Of a full member. */
function isIcpAdmin({ standing, userId, isInstaller }: Person, { icpAdmins }: AccessSettings): boolean {
  return standing !== "member" || isInstaller || icpAdmins.includes(userId);
}

/** Of a full member. */
function holdsWriteScope(person: Person, access: AccessSettings): boolean {
  const { writers, chosen } = access;
  if (isIcpAdmin(person, access)) return true;
  return writers === "members" || (writers === "chosen" && chosen.includes(person.userId));
}

/** A key is no person: it looks after nothing and posts nowhere. */
function mayKeyHolder({ scopes }: KeyHolder, action: Action, { plan }: Governance): Permission {
  const needed = neededOfKey[action];
  if (needed === "icp:admin") return { kind: "no", missing: { kind: "scope", scope: needed } };
  if (!plans[plan].includesProfiles) return { kind: "no", missing: { kind: "plan", plan } };
  if (needed === undefined || scopes.includes(needed)) return { kind: "yes" };
  return { kind: "no", missing: { kind: "scope", scope: needed } };
}

const neededOfKey: Record<Action, Scope | undefined> = {
  list: undefined,
  create: "icp:write",
  change: "icp:write",
  share: "icp:admin",
  examine: "icp:admin",
  administer: "icp:admin",
};
