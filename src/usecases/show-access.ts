import type { AccessSettings } from "../rules/access.ts";
import type { Person, TeamId, UserId } from "../rules/people.ts";
import { may } from "../rules/permission.ts";
import type { Deps, Refused } from "./permit.ts";
import { governanceOf, judge } from "./permit.ts";

/** Who may do what here, and where each value comes from. */
export interface Access extends AccessSettings {
  readonly revision: number;
  /** What somebody has set in Slack; the rest is the operator's, or this app's own. */
  readonly setInSlack: readonly (keyof AccessSettings)[];
  readonly changedBy?: UserId;
}

export type AccessAnswer =
  | Refused
  | {
      readonly kind: "shown";
      readonly access: Access;
      readonly mayAdminister: boolean;
      /** The actor lacks nothing but `icp:write` to create a profile. */
      readonly lacksScope: boolean;
    };

/** Who may do what here: full members may know it, on whatever plan. */
export async function showAccess(deps: Deps, actor: Person): Promise<AccessAnswer> {
  const { teamId } = actor;
  const governance = await governanceOf(deps, (await deps.workspaces.find(teamId)) ?? { teamId });
  const mayAdminister = may(actor, "administer", governance).kind === "yes";
  if (!mayAdminister && actor.standing !== "member") {
    const refused = judge(actor, "administer", governance);
    if (refused.kind === "refused") return refused;
  }
  const creating = may(actor, "create", governance);
  const lacksScope = creating.kind === "no" && creating.missing.kind === "scope";
  return { kind: "shown", access: await accessOf(deps, teamId), mayAdminister, lacksScope };
}

export async function accessOf(deps: Deps, teamId: TeamId): Promise<Access> {
  const { revision, set, changedBy } = await deps.accessOf(teamId).read();
  return {
    ...deps.defaultAccess,
    ...set,
    revision,
    setInSlack: Object.keys(set) as (keyof AccessSettings)[],
    ...(changedBy === undefined ? {} : { changedBy }),
  };
}
