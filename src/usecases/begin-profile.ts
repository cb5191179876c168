import type { Actor } from "../rules/people.ts";
import type { WritesToday } from "../rules/plan.ts";
import type { Keeper } from "../stores/profile-store.ts";
import { keepingName } from "./kept-drafts.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";
import { toWrites } from "./writes.ts";

export type BeginAnswer =
  | Refused
  | { readonly kind: "begun"; readonly keeper: Keeper; readonly writes: WritesToday }
  /** The day's writes are spent; the next UTC day brings new ones. */
  | { readonly kind: "writes-spent"; readonly writes: WritesToday };

/** Asked before a form opens, so that nobody fills one in vain. A `name` that was typed already is kept. */
export async function beginProfile(
  deps: Deps,
  actor: Actor,
  { name = "" }: { name?: string } = {},
): Promise<BeginAnswer> {
  const permission = await permit(deps, actor, "create");
  if (permission.kind === "refused") return keepingName(deps, actor, { refused: permission, name });
  const { governance, profiles } = permission;
  const used = await profiles.writesToday(deps.now());
  const writes = toWrites(used, { profiles, plan: governance.plan });
  return used < writes.limit || writes.isEstimate
    ? { kind: "begun", keeper: profiles.keeper, writes }
    : { kind: "writes-spent", writes };
}
