import type { TeamId, UserId } from "../rules/people.ts";
import type { Deps } from "./permit.ts";
import { governanceOf } from "./permit.ts";

/** Whom to tell, besides the workspace's owners and admins, that its key is not taken any more, and which key it is. */
export interface BrokenKey {
  readonly shownKey: string;
  readonly icpAdmins: readonly UserId[];
}

/** For whoever is the first to find out that Kashew does not take the workspace's key any more; undefined for all others. */
export async function beginTelling(deps: Deps, teamId: TeamId): Promise<BrokenKey | undefined> {
  const workspace = await deps.workspaces.find(teamId);
  const { connection } = workspace ?? {};
  if (workspace === undefined || connection?.state !== "broken") return undefined;
  if (!(await deps.connections.beginTelling({ teamId, ...connection }))) return undefined;
  const { access } = await governanceOf(deps, workspace);
  return { shownKey: connection.shownKey, icpAdmins: access.icpAdmins };
}
