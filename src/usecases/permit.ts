import type { AccessSettings } from "../rules/access.ts";
import type { Actor, TeamId } from "../rules/people.ts";
import type { Action, Governance, Missing } from "../rules/permission.ts";
import { may } from "../rules/permission.ts";
import type { Plan } from "../rules/plan.ts";
import type { AccessStore } from "../stores/access-store.ts";
import type { ApiKeyStore } from "../stores/api-key-store.ts";
import type { AuditStore } from "../stores/audit-store.ts";
import type { CardStore } from "../stores/card-store.ts";
import type { DraftStore } from "../stores/draft-store.ts";
import type { GreetingStore } from "../stores/greeting-store.ts";
import type { ProfileStore } from "../stores/profile-store.ts";
import type { StoreHealth } from "../stores/store-health.ts";
import type { WorkspaceStore } from "../stores/workspace-store.ts";

/** What the use cases work with. */
export interface Deps {
  readonly workspaces: WorkspaceStore;
  readonly apiKeys: ApiKeyStore;
  profilesOf(teamId: TeamId): ProfileStore;
  cardsOf(teamId: TeamId): CardStore;
  accessOf(teamId: TeamId): AccessStore;
  draftsOf(teamId: TeamId): DraftStore;
  auditOf(teamId: TeamId): AuditStore;
  greetingsOf(teamId: TeamId): GreetingStore;
  readonly health: StoreHealth;
  readonly defaultPlan: Plan;
  /** Who may do what in a workspace until somebody sets it there. */
  readonly defaultAccess: AccessSettings;
  now(): Date;
}

/** The actor may not. */
export interface Refused {
  readonly kind: "refused";
  readonly action: Action;
  readonly missing: Missing;
  /** Who may do what here. */
  readonly access: AccessSettings;
  /** What was typed is kept for the person, to be taken up again. */
  readonly isDraftKept?: true;
}

/** Whether the actor may, under the workspace's plan and rights of this moment. */
export async function permit(
  deps: Deps,
  actor: Actor,
  action: Action,
): Promise<Refused | { readonly kind: "permitted"; readonly governance: Governance }> {
  const governance = await governanceFor(deps, actor);
  return judge(actor, action, governance);
}

/** The same where the workspace's plan and rights are known. */
export function judge(
  actor: Actor,
  action: Action,
  governance: Governance,
): Refused | { readonly kind: "permitted"; readonly governance: Governance } {
  const permission = may(actor, action, governance);
  if (permission.kind === "yes") return { kind: "permitted", governance };
  return { kind: "refused", action, missing: permission.missing, access: governance.access };
}

/** A key holds its own rights, whatever people may do: nothing more has to be looked up for it. */
async function governanceFor(deps: Deps, actor: Actor): Promise<Governance> {
  return actor.kind === "rest"
    ? { plan: actor.plan, access: deps.defaultAccess }
    : governanceOf(deps, actor.teamId);
}

export async function governanceOf(deps: Deps, teamId: TeamId): Promise<Governance> {
  const workspace = await deps.workspaces.find(teamId);
  const { set } = await deps.accessOf(teamId).read();
  return { plan: workspace?.plan ?? deps.defaultPlan, access: { ...deps.defaultAccess, ...set } };
}
