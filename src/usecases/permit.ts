import type { Actor, TeamId, UserId } from "../rules/people.ts";
import type { Action, Governance, Missing, Writers } from "../rules/permission.ts";
import { may } from "../rules/permission.ts";
import type { Plan } from "../rules/plan.ts";
import type { CardStore } from "../stores/card-store.ts";
import type { GreetingStore } from "../stores/greeting-store.ts";
import type { ProfileStore } from "../stores/profile-store.ts";
import type { StoreHealth } from "../stores/store-health.ts";
import type { WorkspaceStore } from "../stores/workspace-store.ts";

/** What the use cases work with. */
export interface Deps {
  readonly workspaces: WorkspaceStore;
  profilesOf(teamId: TeamId): ProfileStore;
  cardsOf(teamId: TeamId): CardStore;
  greetingsOf(teamId: TeamId): GreetingStore;
  readonly health: StoreHealth;
  readonly defaultPlan: Plan;
  readonly writers: Writers;
  readonly icpAdmins: readonly UserId[];
  now(): Date;
}

/** The actor may not. */
export interface Refused {
  readonly kind: "refused";
  readonly action: Action;
  readonly missing: Missing;
}

/** Whether the actor may, under the workspace's plan of this moment. */
export async function permit(
  deps: Deps,
  actor: Actor,
  action: Action,
): Promise<Refused | { readonly kind: "permitted"; readonly governance: Governance }> {
  const governance = await governanceOf(deps, actor.teamId);
  const permission = may(actor, action, governance);
  return permission.kind === "yes"
    ? { kind: "permitted", governance }
    : { kind: "refused", action, missing: permission.missing };
}

async function governanceOf(deps: Deps, teamId: TeamId): Promise<Governance> {
  const workspace = await deps.workspaces.find(teamId);
  return {
    plan: workspace?.plan ?? deps.defaultPlan,
    writers: deps.writers,
    icpAdmins: deps.icpAdmins,
  };
}
