import type { Actor } from "../rules/people.ts";
import { authorOf } from "../rules/people.ts";
import type { WritesToday } from "../rules/plan.ts";
import { plans } from "../rules/plan.ts";
import type { Profile, ProfileDraft } from "../rules/profile.ts";
import type { SubmissionKey } from "../stores/profile-store.ts";
import { keepingDraft } from "./kept-drafts.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export interface CreateProfileAsk {
  readonly draft: ProfileDraft;
  readonly key: SubmissionKey;
}

export type CreateProfileAnswer =
  | Refused
  | { readonly kind: "created"; readonly profile: Profile; readonly writes: WritesToday }
  | { readonly kind: "key-used"; readonly profile: Profile }
  | { readonly kind: "name-taken"; readonly profile: Profile }
  | { readonly kind: "writes-spent"; readonly writes: WritesToday };

/** Creates the profile, once however often the same submission arrives. */
export async function createProfile(
  deps: Deps,
  actor: Actor,
  { draft, key }: CreateProfileAsk,
): Promise<CreateProfileAnswer> {
  const permission = await permit(deps, actor, "create");
  if (permission.kind === "refused") return keepingDraft(deps, actor, { refused: permission, draft });
  const limit = plans[permission.governance.plan].writesPerDay;
  const answer = await deps
    .profilesOf(actor.teamId)
    .create({ draft, key, by: authorOf(actor), at: deps.now(), writesPerDay: limit });
  switch (answer.kind) {
    case "created":
      return { kind: "created", profile: answer.profile, writes: { used: answer.writesToday, limit } };
    case "writes-spent":
      return { kind: "writes-spent", writes: { used: limit, limit } };
    case "key-used":
    case "name-taken":
      return answer;
  }
}
