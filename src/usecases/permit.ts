import type { AccessSettings } from "../rules/access.ts";
import type { Actor, TeamId } from "../rules/people.ts";
import type { Action, Governance, Missing } from "../rules/permission.ts";
import { may } from "../rules/permission.ts";
import type { Plan } from "../rules/plan.ts";
import { planThatCounts } from "../rules/plan.ts";
import type { AccessStore } from "../stores/access-store.ts";
import type { ApiKeyStore } from "../stores/api-key-store.ts";
import type { AuditStore } from "../stores/audit-store.ts";
import type { CardStore } from "../stores/card-store.ts";
import type { ConnectionStore } from "../stores/connection-store.ts";
import type { DraftStore } from "../stores/draft-store.ts";
import type { GreetingStore, InstallerGreetingStore } from "../stores/greeting-store.ts";
import type { KashewGate } from "../stores/kashew-gate.ts";
import type { ProfileStore } from "../stores/profile-store.ts";
import type { ReminderStore } from "../stores/reminder-store.ts";
import type { StoreHealth } from "../stores/store-health.ts";
import type { Workspace, WorkspaceStore } from "../stores/workspace-store.ts";

/** What the use cases work with. */
export interface Deps {
  readonly workspaces: WorkspaceStore;
  readonly apiKeys: ApiKeyStore;
  /** Where the workspace's profiles are, here or in Kashew. */
  profilesOf(workspace: Pick<Workspace, "teamId" | "connection">): ProfileStore;
  cardsOf(teamId: TeamId): CardStore;
  accessOf(teamId: TeamId): AccessStore;
  draftsOf(teamId: TeamId): DraftStore;
  auditOf(teamId: TeamId): AuditStore;
  greetingsOf(teamId: TeamId): GreetingStore;
  /** Another word after each change of what the workspace keeps, whoever made it; asking takes no time. */
  traceOf(teamId: TeamId): string;
  readonly installerGreetings: InstallerGreetingStore;
  readonly connections: ConnectionStore;
  readonly kashew: KashewGate;
  readonly reminders: ReminderStore;
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

/** The actor may, and the workspace's profiles are there. */
export interface Permitted {
  readonly kind: "permitted";
  readonly governance: Governance;
  readonly profiles: ProfileStore;
}

/** Whether the actor may, under the workspace's plan and rights of this moment. */
export async function permit(deps: Deps, actor: Actor, action: Action): Promise<Refused | Permitted> {
  const workspace = await workspaceOf(deps, actor);
  const permission = judge(actor, action, await governanceFor(deps, actor, workspace));
  if (permission.kind === "refused") return permission;
  return { ...permission, profiles: deps.profilesOf(workspace) };
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

type Found = Partial<Workspace> & Pick<Workspace, "teamId">;

/** A key opens what is kept here, and holds its own rights, whatever people may do: nothing more is looked up for it. */
async function workspaceOf({ workspaces }: Deps, { kind, teamId }: Actor): Promise<Found> {
  if (kind === "rest") return { teamId };
  return (await workspaces.find(teamId)) ?? { teamId };
}

async function governanceFor(deps: Deps, actor: Actor, workspace: Found): Promise<Governance> {
  if (actor.kind === "rest") return { plan: actor.plan, access: deps.defaultAccess };
  return governanceOf(deps, workspace);
}

/** The plan and the rights of a workspace as it was found. */
export async function governanceOf(deps: Deps, { teamId, plan, connection }: Found): Promise<Governance> {
  const { set } = await deps.accessOf(teamId).read();
  return {
    plan: planThatCounts(plan ?? deps.defaultPlan, connection?.state),
    access: { ...deps.defaultAccess, ...set },
    connection,
  };
}
