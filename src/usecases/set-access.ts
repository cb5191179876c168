import type { AccessSettings } from "../rules/access.ts";
import { changeOf, isNoChange } from "../rules/access.ts";
import type { Person } from "../rules/people.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";
import type { Access } from "./show-access.ts";
import { accessOf } from "./show-access.ts";

export interface SetAccessAsk {
  /** Of what the person saw. */
  readonly revision: number;
  readonly wanted: AccessSettings;
}

export type SetAccessAnswer =
  | Refused
  | { readonly kind: "set"; readonly access: Access }
  /** Somebody set something meanwhile, which holds; nothing was written. */
  | { readonly kind: "stale"; readonly access: Access };

/** Sets who may do what, unless somebody did meanwhile. Counts from the next thing that anybody does. */
export async function setAccess(
  deps: Deps,
  actor: Person,
  { revision, wanted }: SetAccessAsk,
): Promise<SetAccessAnswer> {
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  const { teamId, userId } = actor;
  const was = await accessOf(deps, teamId);
  const change = changeOf(was, wanted);
  // The same form once more, or somebody else wanted the same.
  if (isNoChange(change)) return { kind: "set", access: was };
  const answer = await deps.accessOf(teamId).set({ revision, was, change, by: userId, at: deps.now() });
  return { kind: answer.kind, access: await accessOf(deps, teamId) };
}
