import type { Overlap } from "../rules/overlap.ts";
import type { Person } from "../rules/people.ts";
import type { OverlapAsk } from "../stores/profile-store.ts";
import type { DraftAsk } from "./kept-drafts.ts";
import { keepDraft, keepingDraft } from "./kept-drafts.ts";
import type { Deps, Permitted, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export interface FollowAsk extends DraftAsk, Pick<OverlapAsk, "mayWait"> {}

export type FollowAnswer =
  | Refused
  /** `overlap` is what is filled in until now has in common with another profile. */
  | { readonly kind: "followed"; readonly overlap: Overlap | undefined };

/** Keeps what somebody has filled in until now, and looks for the like of it. */
export async function followForm(deps: Deps, actor: Person, draft: FollowAsk): Promise<FollowAnswer> {
  const permission = await keep(deps, actor, draft);
  if (permission.kind === "refused") return permission;
  const { about, values: targets, mayWait } = draft;
  const except = about === "" ? undefined : about;
  const overlap = await permission.profiles.findOverlap({ targets, except, mayWait });
  return { kind: "followed", overlap };
}

/** Keeps what somebody has filled in until now, for the case that the form is closed. */
export async function keepForm(
  deps: Deps,
  actor: Person,
  draft: DraftAsk,
): Promise<Refused | { readonly kind: "kept" }> {
  const permission = await keep(deps, actor, draft);
  return permission.kind === "refused" ? permission : { kind: "kept" };
}

async function keep(deps: Deps, actor: Person, draft: DraftAsk): Promise<Refused | Permitted> {
  const permission = await permit(deps, actor, draft.about === "" ? "create" : "change");
  if (permission.kind === "refused") return keepingDraft(deps, actor, { refused: permission, ...draft });
  await keepDraft(deps, actor, draft);
  return permission;
}
