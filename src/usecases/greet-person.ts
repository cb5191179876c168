import type { Person } from "../rules/people.ts";
import { isFullMember } from "../rules/people.ts";
import type { WorkspaceAnswer } from "./describe-workspace.ts";
import { describeWorkspace } from "./describe-workspace.ts";
import type { Deps } from "./permit.ts";

/**
 * Tells a person of the workspace what the app is, once, unless they were told when they installed it. False where
 * nothing was to be told.
 */
export async function greetPerson(
  deps: Deps,
  actor: Person,
  tell: (answer: WorkspaceAnswer) => Promise<void>,
): Promise<boolean> {
  const { teamId, userId, standing } = actor;
  if (!isFullMember(standing) && standing !== "guest") return false;
  const greetings = deps.greetingsOf(teamId);
  // First, so that two windows are not told twice.
  if (!(await greetings.add(userId))) return false;
  if (await deps.installerGreetings.has({ teamId, userId })) return false;
  try {
    await tell(await describeWorkspace(deps, actor));
    return true;
  } catch (thrown) {
    await greetings.remove(userId);
    throw thrown;
  }
}
