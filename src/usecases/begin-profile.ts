import type { Person } from "../rules/people.ts";
import type { WritesToday } from "../rules/plan.ts";
import type { KeptDraft } from "../stores/draft-store.ts";
import type { Keeper } from "../stores/profile-store.ts";
import { findDraft, keepingName } from "./kept-drafts.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";
import { toWrites } from "./writes.ts";

export type BeginAnswer =
  | Refused
  | {
      readonly kind: "begun";
      readonly keeper: Keeper;
      readonly writes: WritesToday;
      /** What the person had filled in before and not saved, where it is still kept. */
      readonly draft: KeptDraft | undefined;
    }
  /** The day's writes are spent; the next UTC day brings new ones. */
  | { readonly kind: "writes-spent"; readonly writes: WritesToday };

/** Asked before a form opens, so that nobody fills one in vain. A `name` that was typed already is kept. */
export async function beginProfile(
  deps: Deps,
  actor: Person,
  { name = "" }: { name?: string } = {},
): Promise<BeginAnswer> {
  const permission = await permit(deps, actor, "create");
  if (permission.kind === "refused") return keepingName(deps, actor, { refused: permission, name });
  const { governance, profiles } = permission;
  const used = await profiles.writesToday(deps.now());
  const writes = toWrites(used, { profiles, plan: governance.plan });
  if (used >= writes.limit && !writes.isEstimate) return { kind: "writes-spent", writes };
  return { kind: "begun", keeper: profiles.keeper, writes, draft: await findDraft(deps, actor, "") };
}
