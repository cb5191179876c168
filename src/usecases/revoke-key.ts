import type { KeyName } from "../rules/api-key.ts";
import type { Doer, Person, TeamId } from "../rules/people.ts";
import type { ApiKey } from "../stores/api-key-store.ts";
import { noteOutside } from "./note-outside.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

/** Revokes a key and answers those that are left. One that somebody revoked before is revoked. */
export async function revokeKey(
  deps: Deps,
  actor: Person,
  name: KeyName,
): Promise<Refused | { readonly kind: "revoked"; readonly keys: readonly ApiKey[] }> {
  const { teamId, userId } = actor;
  const permission = await permit(deps, actor, "administer");
  if (permission.kind === "refused") return permission;
  await revoke(deps, { teamId, name, by: userId });
  return { kind: "revoked", keys: await deps.apiKeys.of(teamId) };
}

/** The same for the operator; undefined where the workspace has no such key. */
export function revokeKeyOf(
  deps: Deps,
  ask: { teamId: TeamId; name: KeyName },
): Promise<{ readonly isNoted: boolean } | undefined> {
  return revoke(deps, { ...ask, by: "operator" });
}

/** A key that is to be used no more is not kept because a history cannot be written. */
async function revoke(
  deps: Deps,
  { teamId, name, by }: { teamId: TeamId; name: KeyName; by: Doer },
): Promise<{ readonly isNoted: boolean } | undefined> {
  if (!(await deps.apiKeys.revoke({ teamId, name }))) return undefined;
  return { isNoted: await noteOutside(deps, teamId, { by, kind: "key-revoked", subject: name }) };
}
