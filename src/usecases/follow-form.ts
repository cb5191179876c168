import type { Overlap } from "../rules/overlap.ts";
import type { Person } from "../rules/people.ts";
import type { FormValues } from "../rules/profile.ts";
import type { DraftAsk } from "./kept-drafts.ts";
import { findDraft, keepDraft, keepingDraft } from "./kept-drafts.ts";
import type { Deps, Permitted, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type FollowAnswer =
  | Refused
  /** `overlap` is what is filled in until now has in common with another profile. */
  | { readonly kind: "followed"; readonly overlap: Overlap | undefined };

/** Keeps what somebody has filled in until now, and looks for the like of it. */
export async function followForm(deps: Deps, actor: Person, draft: DraftAsk): Promise<FollowAnswer> {
  const permission = await keep(deps, actor, draft);
  if (permission.kind === "refused") return permission;
  const { about, values: targets } = draft;
  const except = about === "" ? undefined : about;
  const overlap = await permission.profiles.findOverlap({ targets, except });
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

/** The last draft of a new profile holds also what its form was filled with. */
export async function fillDraft(deps: Deps, actor: Person, filled: FormValues): Promise<void> {
  const draft = await findDraft(deps, actor, "");
  await keepDraft(deps, actor, { about: "", values: { ...draft?.values, ...filled } });
}

async function keep(deps: Deps, actor: Person, draft: DraftAsk): Promise<Refused | Permitted> {
  const permission = await permit(deps, actor, draft.about === "" ? "create" : "change");
  if (permission.kind === "refused") return keepingDraft(deps, actor, { refused: permission, ...draft });
  await keepDraft(deps, actor, draft);
  return permission;
}
