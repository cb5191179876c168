import type { TeamId } from "../rules/people.ts";
import type { OperatorDeps } from "./operator-deps.ts";

/** Deletes all that is kept of the workspace and answers the files' paths; undefined where there is nothing. */
export async function forgetWorkspace(
  { files, workspaces }: OperatorDeps,
  teamId: TeamId,
): Promise<readonly string[] | undefined> {
  const removed = await files.remove(teamId);
  const wasKnown = await workspaces.forget(teamId);
  return wasKnown || removed.length > 0 ? removed : undefined;
}
