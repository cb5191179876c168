import type { Person } from "../rules/people.ts";
import { noteOutside } from "./note-outside.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type DisconnectKashewAnswer =
  | Refused
  | { readonly kind: "not-connected" }
  /** The key is forgotten; `shownKey` is as much of it as may be shown. What is in Kashew stays there. */
  | { readonly kind: "disconnected"; readonly shownKey: string; readonly isNoted: boolean };

/** Forgets the workspace's key to Kashew. */
export async function disconnectKashew(deps: Deps, actor: Person): Promise<DisconnectKashewAnswer> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  const { teamId, userId: by } = actor;
  const connection = await deps.connections.disconnect(teamId);
  deps.kashew.letGo(teamId);
  if (connection === undefined) return { kind: "not-connected" };
  const { shownKey } = connection;
  const entry = { kind: "kashew-disconnected", by, subject: shownKey } as const;
  return { kind: "disconnected", shownKey, isNoted: await noteOutside(deps, teamId, entry) };
}
