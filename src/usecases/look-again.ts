import type { Actor } from "../rules/people.ts";
import type { SubmissionKey, UnknownOutcome } from "../stores/profile-store.ts";
import type { CreatedProfile } from "./create-profile.ts";
import { toCreated } from "./create-profile.ts";
import { forgetDraft } from "./kept-drafts.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export type LookAgainAnswer =
  | Refused
  | CreatedProfile
  | UnknownOutcome
  | { readonly kind: "not-sent" }
  /** Where the profiles are kept an answer is never lost. */
  | { readonly kind: "cannot" };

/** Looks for what became of a submission whose outcome was not known. Nothing is sent. */
export async function lookAgain(deps: Deps, actor: Actor, key: SubmissionKey): Promise<LookAgainAnswer> {
  const permission = await permit(deps, actor, "create");
  if (permission.kind === "refused") return permission;
  const { profiles } = permission;
  if (profiles.lookAgain === undefined) return { kind: "cannot" };
  const answer = await profiles.lookAgain({ key, at: deps.now() });
  if (answer.kind !== "created") return answer;
  await forgetDraft(deps, actor, "");
  return toCreated(answer, permission);
}
