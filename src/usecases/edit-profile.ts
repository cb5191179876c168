import type { DraftField } from "../rules/changes.ts";
import type { Merge } from "../rules/merge.ts";
import { keepMine, mergeDrafts, ownValues } from "../rules/merge.ts";
import type { Actor, Person } from "../rules/people.ts";
import type { WritesToday } from "../rules/plan.ts";
import type { FormValues, Profile, ProfileId } from "../rules/profile.ts";
import { ProfileDraft } from "../rules/profile.ts";
import type { RevisionHow } from "../rules/revision.ts";
import { findDraft, forgetDraft, keepDraft, keepingDraft } from "./kept-drafts.ts";
import type { OwnChanges } from "./own-changes.ts";
import { findOwnChanges } from "./own-changes.ts";
import type { Deps } from "./permit.ts";
import type { NoChange } from "./permit-change.ts";
import { permitChange } from "./permit-change.ts";
import { reviseNewest } from "./revise-newest.ts";
import { toWrites } from "./writes.ts";

export type BeginEditAnswer =
  | NoChange
  | {
      readonly kind: "begun";
      readonly profile: Profile;
      readonly writes: WritesToday;
      /** What this person had changed before and not saved. */
      readonly changes: OwnChanges | undefined;
    }
  /** The profile is in the archive, and this person had changed something in it before that and not saved. */
  | { readonly kind: "archived-since"; readonly changes: OwnChanges };

/** Asked before the form opens, so that nobody fills it in vain. */
export async function beginEdit(deps: Deps, actor: Person, id: ProfileId): Promise<BeginEditAnswer> {
  const permission = await permitChange(deps, actor);
  if (permission.kind !== "permitted") return permission;
  const { profiles, governance } = permission;
  const profile = await profiles.find(id);
  const changes = await findOwnChanges(deps, actor, { id, profiles });
  if (profile === undefined) return changes ? { kind: "archived-since", changes } : { kind: "gone" };
  const writes = toWrites(await profiles.writesToday(deps.now()), { profiles, plan: governance.plan });
  return writes.used < writes.limit
    ? { kind: "begun", profile, writes, changes }
    : { kind: "writes-spent", limit: writes.limit };
}

export interface EditProfileAsk {
  readonly id: ProfileId;
  /** The revision that the form was filled from; 0 where that is not known. */
  readonly revision: number;
  readonly draft: ProfileDraft;
  readonly reason?: string;
  readonly how?: RevisionHow;
}

/** What somebody has in a form, for whoever shows it to them, who hands one of both back. */
interface Own {
  /** Where it is other than what the form was filled from, or than what is there now where that is not known. */
  readonly own: FormValues;
  /** When their draft was kept: a later one holds what they had in another form. UTC, ISO 8601. */
  readonly keptAt?: string | undefined;
}

export interface Conflict extends Own {
  readonly kind: "conflict";
  /** What is there now, and has its author and time. */
  readonly current: Profile;
  readonly mine: ProfileDraft;
  readonly merge: Merge;
}

export type EditProfileAnswer =
  | NoChange
  | Conflict
  | { readonly kind: "name-taken"; readonly profile: Profile }
  /** It said already what was asked for, and nothing was written. */
  | { readonly kind: "unchanged"; readonly profile: Profile }
  | {
      readonly kind: "edited";
      readonly profile: Profile;
      /** As it was right before. */
      readonly was: Profile;
      /** What somebody else had changed since the form was filled, and stays. */
      readonly theirs: readonly DraftField[];
      readonly writes: WritesToday;
    };

/**
 * Saves a form that was filled from a revision of the profile. What somebody else saved meanwhile in other fields
 * stays; where both changed a field to different values, nothing is written before somebody has chosen.
 */
export async function editProfile(deps: Deps, actor: Actor, ask: EditProfileAsk): Promise<EditProfileAnswer> {
  const answer = await edit(deps, actor, ask);
  // What is there already in an earlier revision needs no keeping.
  if (ask.how !== undefined) return answer;
  const { id: about, draft: values, revision, reason } = ask;
  const kept = { about, values, revision, ...(reason !== undefined && { reason }) };
  if (answer.kind === "edited" || answer.kind === "unchanged") await forgetDraft(deps, actor, about);
  else if (answer.kind === "refused") return keepingDraft(deps, actor, { refused: answer, ...kept });
  else {
    const keptAt = await keepDraft(deps, actor, kept);
    if (answer.kind === "conflict") return { ...answer, keptAt };
  }
  return answer;
}

async function edit(
  deps: Deps,
  actor: Actor,
  { id, revision, draft: mine, ...ask }: EditProfileAsk,
): Promise<EditProfileAnswer> {
  let theirs: readonly DraftField[] = [];
  const answer = await reviseNewest<EditProfileAnswer>(deps, actor, {
    id,
    ...ask,
    async change(current, { profiles }) {
      const now = ProfileDraft.parse(current);
      const isNewest = current.revision === revision;
      const base = isNewest ? now : (await profiles.history?.find({ id, revision }))?.draft;
      const merge = mergeDrafts({ base, mine, current: now });
      if (merge.conflicts.length > 0) {
        const own = ownValues(base ?? now, mine);
        return { answer: { kind: "conflict", current, mine, merge, own } };
      }
      const draft = ProfileDraft.parse(merge.draft);
      const isSo = JSON.stringify(draft) === JSON.stringify(now);
      if (isSo) return { answer: { kind: "unchanged", profile: current } };
      theirs = merge.theirs;
      return { write: { draft } };
    },
  });
  if (answer.kind !== "revised") return answer;
  const { profile, was, writesToday, permission } = answer;
  const { profiles, governance } = permission;
  const writes = toWrites(writesToday, { profiles, plan: governance.plan });
  return { kind: "edited", profile, was, theirs, writes };
}

export interface ResolveAsk extends Omit<EditProfileAsk, "draft" | "how"> {
  readonly own?: Own["own"] | undefined;
  readonly keptAt?: Own["keptAt"];
  /** The revision whose values the person chose between theirs and. */
  readonly seen: number;
  /** The fields in which they want their own value. */
  readonly chosen: readonly DraftField[];
}

/**
 * Saves what somebody chose of a conflict, whatever they have filled in elsewhere since. Their own values are `own`, or
 * those of their draft as long as it was kept at `keptAt`. Where yet another revision came meanwhile, there may be another
 * conflict.
 */
export async function resolveConflict(
  deps: Deps,
  actor: Person,
  { seen, chosen, own, keptAt, ...ask }: ResolveAsk,
): Promise<EditProfileAnswer | { readonly kind: "draft-gone" }> {
  const permission = await permitChange(deps, actor);
  if (permission.kind !== "permitted") return permission;
  const { history } = permission.profiles;
  const { id, revision } = ask;
  const base = (await history?.find({ id, revision }))?.draft;
  const current = (await history?.find({ id, revision: seen }))?.draft;
  if (current === undefined) return { kind: "draft-gone" };
  const mine =
    own === undefined
      ? await findKept(deps, actor, { id, keptAt })
      : ProfileDraft.parse({ ...(base ?? current), ...own });
  if (mine === undefined) return { kind: "draft-gone" };
  const draft = keepMine(mergeDrafts({ base, mine, current }), { mine, chosen });
  return editProfile(deps, actor, { ...ask, revision: seen, draft });
}

async function findKept(
  deps: Deps,
  actor: Person,
  { id, keptAt }: { id: ProfileId; keptAt: string | undefined },
): Promise<ProfileDraft | undefined> {
  const kept = await findDraft(deps, actor, id);
  return kept?.keptAt === keptAt ? ProfileDraft.safeParse(kept?.values).data : undefined;
}
