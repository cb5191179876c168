import { toFault } from "../errors.ts";
import type { ConnectionState } from "../rules/connection.ts";
import type { Actor } from "../rules/people.ts";
import type { Workspace } from "../stores/workspace-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { governanceOf, judge } from "./permit.ts";

export type CheckAgainAnswer =
  | Refused
  | { readonly kind: "not-connected" }
  /** A key that was refused is not asked with again: that stays so until the workspace is connected anew. */
  | { readonly kind: "not-asked" }
  /** How it stands now. */
  | { readonly kind: "checked"; readonly state: ConnectionState };

/**
 * Asks Kashew whether what it refused still holds, for whoever may look at profiles. Whether the key may write shows
 * only when somebody writes: until then it may.
 */
export async function checkAgain(deps: Deps, actor: Actor): Promise<CheckAgainAnswer> {
  const { teamId } = actor;
  const { connection }: Pick<Workspace, "connection"> = (await deps.workspaces.find(teamId)) ?? {};
  if (connection === undefined) return { kind: "not-connected" };
  const willing = { ...connection, state: "ok" } as const;
  const permission = judge(actor, "list", await governanceOf(deps, { teamId, connection: willing }));
  if (permission.kind === "refused") return permission;
  if (connection.state === "broken") return { kind: "not-asked" };
  try {
    await deps.kashew.check({ teamId, connection: willing });
  } catch (thrown) {
    const fault = toFault(thrown);
    if (fault.code === "kashew-key-refused") return { kind: "checked", state: "broken" };
    if (fault.code === "kashew-plan") return { kind: "checked", state: "plan" };
    throw fault;
  }
  await deps.connections.setState({ teamId, ...willing });
  return { kind: "checked", state: "ok" };
}
