import type { Person } from "../rules/people.ts";
import type { DraftAsk } from "./kept-drafts.ts";
import { keepDraft, keepingDraft } from "./kept-drafts.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type FollowAnswer = Refused | { readonly kind: "followed" };

/** Keeps what somebody has filled in until now, for the case that the form is closed. */
export async function followForm(deps: Deps, actor: Person, draft: DraftAsk): Promise<FollowAnswer> {
  const permission = await permit(deps, actor, draft.about === "" ? "create" : "change");
  if (permission.kind === "refused") return keepingDraft(deps, actor, { refused: permission, ...draft });
  await keepDraft(deps, actor, draft);
  return { kind: "followed" };
}
