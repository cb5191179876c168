import type { Actor } from "../rules/people.ts";
import { doerOf } from "../rules/people.ts";
import type { WritesToday } from "../rules/plan.ts";
import { plans } from "../rules/plan.ts";
import type { Profile, ProfileDraft, ProfileId } from "../rules/profile.ts";
import type { CreateAnswer, Keeper, SubmissionKey, UnknownOutcome } from "../stores/profile-store.ts";
import { forgetDraft, keepDraft, keepingDraft } from "./kept-drafts.ts";
import type { Deps, Permitted, Refused } from "./permit.ts";
import { permit } from "./permit.ts";
import { toWrites } from "./writes.ts";

export interface CreateProfileAsk {
  readonly draft: ProfileDraft;
  readonly key?: SubmissionKey | undefined;
  /** A profile in the archive whose changes, which nobody could save there, become this one. */
  readonly insteadOf?: ProfileId | undefined;
}

type Created = Extract<CreateAnswer, { kind: "created" }>;

export interface CreatedProfile extends Omit<Created, "writesToday"> {
  readonly writes: WritesToday;
  readonly keeper: Keeper;
}

export type CreateProfileAnswer =
  | Refused
  | CreatedProfile
  | UnknownOutcome
  | { readonly kind: "key-used"; readonly profile: Profile }
  | { readonly kind: "name-taken"; readonly profile: Profile }
  | { readonly kind: "writes-spent"; readonly writes: WritesToday };

/** Creates the profile, once however often the same submission arrives. */
export async function createProfile(
  deps: Deps,
  actor: Actor,
  { draft, key, insteadOf }: CreateProfileAsk,
): Promise<CreateProfileAnswer> {
  const kept = { about: "", values: draft } as const;
  const permission = await permit(deps, actor, "create");
  if (permission.kind === "refused") return keepingDraft(deps, actor, { refused: permission, ...kept });
  const { governance, profiles } = permission;
  const limit = plans[governance.plan].writesPerDay;
  const how = { draft, key, by: doerOf(actor), at: deps.now(), writesPerDay: limit };
  const answer = await profiles.create(how).catch(async (thrown: unknown) => {
    // Whoever closed the form while Kashew was asked finds it filled when they go on.
    if (profiles.keeper === "kashew") await keepDraft(deps, actor, kept);
    throw thrown;
  });
  // What came to nothing is there again when the form, by then closed, is opened anew.
  if (answer.kind === "created") {
    await forgetDraft(deps, actor, "");
    if (insteadOf !== undefined) await forgetDraft(deps, actor, insteadOf);
  } else await keepDraft(deps, actor, kept);
  switch (answer.kind) {
    case "created":
      return toCreated(answer, permission);
    case "writes-spent":
      return { kind: "writes-spent", writes: { used: limit, limit } };
    case "unknown-outcome":
    case "key-used":
    case "name-taken":
      return answer;
  }
}

export function toCreated(
  { writesToday, ...created }: Created,
  { profiles, governance: { plan } }: Permitted,
): CreatedProfile {
  return { ...created, keeper: profiles.keeper, writes: toWrites(writesToday, { profiles, plan }) };
}
