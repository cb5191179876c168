import type { Person } from "../rules/people.ts";
import type { ProfileDraft } from "../rules/profile.ts";
import type { BeginAnswer } from "./begin-profile.ts";
import { beginProfile } from "./begin-profile.ts";
import { findDraft } from "./kept-drafts.ts";
import type { Deps } from "./permit.ts";

export type ContinueAnswer =
  | Exclude<BeginAnswer, { kind: "begun" }>
  /** `draft` is what was typed, where it is still kept. */
  | (Extract<BeginAnswer, { kind: "begun" }> & { readonly draft: ProfileDraft | undefined });

/** Takes up what somebody typed and could not save. */
export async function continueProfile(deps: Deps, actor: Person): Promise<ContinueAnswer> {
  const begun = await beginProfile(deps, actor);
  return begun.kind === "begun" ? { ...begun, draft: await findDraft(deps, actor) } : begun;
}
