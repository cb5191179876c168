import type { TeamId } from "../rules/people.ts";
import type { RestoreAnswer } from "../stores/data-files.ts";
import { keptMs } from "./kept-drafts.ts";
import { noteOutside } from "./note-outside.ts";
import type { OperatorDeps } from "./operator-deps.ts";

type Restored = Extract<RestoreAnswer, { kind: "restored" }>;
export type RestoreWorkspaceAnswer =
  | Exclude<RestoreAnswer, Restored>
  | (Restored & { readonly isNoted: boolean });

/** Puts a backup in the workspace's place; one that was never met is known from then on. */
export async function restoreWorkspace(
  deps: OperatorDeps,
  { teamId, from }: { readonly teamId: TeamId; readonly from: string },
): Promise<RestoreWorkspaceAnswer> {
  const { files, workspaces, now } = deps;
  const answer = await files.restore({ teamId, from, at: now() });
  if (answer.kind !== "restored") return answer;
  const isKnown = (await workspaces.list()).some((workspace) => workspace.teamId === teamId);
  if (!isKnown) await workspaces.meet({ teamId, name: "" });
  // What people typed stands in a backup, too.
  const dueAt = new Date(now().getTime() + keptMs).toISOString();
  await deps.reminders.set({ teamId, kind: "draft-expired", subject: "", dueAt });
  return { ...answer, isNoted: await noteOutside(deps, teamId, { kind: "restored" }) };
}
