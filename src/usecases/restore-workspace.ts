import type { TeamId } from "../rules/people.ts";
import type { RestoreAnswer } from "../stores/data-files.ts";
import type { OperatorDeps } from "./operator-deps.ts";

/** Puts a backup in the workspace's place; one that was never met is known from then on. */
export async function restoreWorkspace(
  { files, workspaces, now }: OperatorDeps,
  { teamId, from }: { readonly teamId: TeamId; readonly from: string },
): Promise<RestoreAnswer> {
  const answer = await files.restore({ teamId, from, at: now() });
  if (answer.kind !== "restored") return answer;
  const isKnown = (await workspaces.list()).some((workspace) => workspace.teamId === teamId);
  if (!isKnown) await workspaces.meet({ teamId, name: "" });
  return answer;
}
