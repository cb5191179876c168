import type { Fault } from "../errors.ts";
import { toFault } from "../errors.ts";
import type { Person } from "../rules/people.ts";
import { isFullMember } from "../rules/people.ts";
import { may } from "../rules/permission.ts";
import type { Plan, WritesToday } from "../rules/plan.ts";
import type { AccessRequest } from "../stores/access-store.ts";
import type { Connection } from "../stores/connection-store.ts";
import type { KeptDraft } from "../stores/draft-store.ts";
import type { ListAsk } from "../stores/profile-store.ts";
import type { Workspace } from "../stores/workspace-store.ts";
import { findDraft } from "./kept-drafts.ts";
import type { ListAnswer } from "./list-profiles.ts";
import { listProfiles } from "./list-profiles.ts";
import type { OwnChanges } from "./own-changes.ts";
import { listOwnChanges } from "./own-changes.ts";
import type { Deps } from "./permit.ts";
import { governanceOf } from "./permit.ts";
import type { ToldRevision } from "./profile-history.ts";
import { listRecentChanges } from "./profile-history.ts";
import type { Access } from "./show-access.ts";
import { accessOf } from "./show-access.ts";
import { toWrites } from "./writes.ts";

export interface Home {
  readonly ask: ListAsk;
  /** `unreadable` while Kashew keeps the profiles and has never answered. */
  readonly profiles: ListAnswer | { readonly kind: "unreadable"; readonly fault: Fault };
  readonly waiting: Waiting;
  /** What was changed in the last ten minutes, the newest first. */
  readonly recent: readonly ToldRevision[];
  /** How the app stands here, which full members may know. */
  readonly settings?: HomeSettings;
}

/** What waits for somebody. */
export interface Waiting {
  /** What they filled in for a new profile and have not saved. */
  readonly draft?: KeptDraft | undefined;
  /** What they changed in profiles and have not saved, the newest first. */
  readonly changes: readonly OwnChanges[];
  /** What they have asked for. */
  readonly own?: AccessRequest | undefined;
  /** What others have asked for and they may answer, the oldest first. */
  readonly others: readonly AccessRequest[];
}

export interface HomeSettings {
  readonly access: Access;
  readonly mayAdminister: boolean;
  readonly lacksScope: boolean;
  /** Of this app, where it counts: `isSet` where somebody has set it for this workspace. */
  readonly plan: Plan;
  readonly isPlanSet: boolean;
  readonly connection?: Connection | undefined;
  readonly writes: WritesToday;
}

/** Everything that one person may know at a glance, whoever they are. */
export async function showHome(deps: Deps, actor: Person, ask: ListAsk): Promise<Home> {
  const profiles = await listProfiles(deps, actor, ask).catch(unreadable);
  const recent = profiles.kind === "listed" ? await recentChanges(deps, actor) : [];
  if (!isFullMember(actor.standing)) return { ask, profiles, recent, waiting: nothingWaits };
  const settings = await settingsFor(deps, actor);
  return { ask, profiles, recent, waiting: await findWaiting(deps, actor, settings), settings };
}

const nothingWaits: Waiting = { changes: [], others: [] };

/** Kashew's trouble hides nothing that is kept here. */
function unreadable(thrown: unknown): Home["profiles"] {
  const fault = toFault(thrown);
  if (fault.code.startsWith("kashew-") || fault.code === "sealed-shut") return { kind: "unreadable", fault };
  throw fault;
}

async function recentChanges(deps: Deps, actor: Person): Promise<readonly ToldRevision[]> {
  const answer = await listRecentChanges(deps, actor);
  return answer.kind === "listed" ? answer.changes : [];
}

async function settingsFor(deps: Deps, actor: Person): Promise<HomeSettings> {
  const { teamId } = actor;
  const workspace: Partial<Workspace> & Pick<Workspace, "teamId"> = (await deps.workspaces.find(teamId)) ?? {
    teamId,
  };
  const governance = await governanceOf(deps, workspace);
  const creating = may(actor, "create", governance);
  const profiles = deps.profilesOf(workspace);
  return {
    access: await accessOf(deps, teamId),
    mayAdminister: may(actor, "administer", governance).kind === "yes",
    lacksScope: creating.kind === "no" && creating.missing.kind === "scope",
    plan: governance.plan,
    isPlanSet: workspace.plan !== undefined,
    connection: workspace.connection,
    writes: toWrites(await profiles.writesToday(deps.now()), { profiles, plan: governance.plan }),
  };
}

async function findWaiting(
  deps: Deps,
  actor: Person,
  { mayAdminister, lacksScope }: HomeSettings,
): Promise<Waiting> {
  const open = await deps.accessOf(actor.teamId).openRequests();
  const own = open.find(({ by }) => by === actor.userId);
  return {
    draft: await findDraft(deps, actor, ""),
    changes: await listOwnChanges(deps, actor),
    // Who may do it meanwhile waits for nothing.
    own: lacksScope ? own : undefined,
    others: mayAdminister ? open.filter((request) => request !== own) : [],
  };
}
