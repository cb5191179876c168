import type { Actor } from "../rules/people.ts";
import { doerOf } from "../rules/people.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import type { Revision } from "../rules/revision.ts";
import type { ArchivedProfile } from "../stores/profile-archive.ts";
import type { ProfileStore } from "../stores/profile-store.ts";
import type { EditProfileAnswer } from "./edit-profile.ts";
import { editProfile } from "./edit-profile.ts";
import type { Deps, Refused } from "./permit.ts";
import { permit } from "./permit.ts";
import { permitChange } from "./permit-change.ts";
import { isFresh } from "./profile-history.ts";
import { untilWon } from "./until-won.ts";

export type UndoAnswer =
  | Refused
  | { readonly kind: "gone" }
  | { readonly kind: "cannot" }
  /** More than ten minutes ago: the history still restores it. */
  | { readonly kind: "too-late" }
  /** Somebody changed it after that. */
  | { readonly kind: "changed-since"; readonly by: Revision["by"]; readonly at: string }
  | { readonly kind: "name-taken"; readonly profile: Profile }
  /** `profile` as it is in the list again, or `archived` where the change had put it there. */
  | { readonly kind: "undone"; readonly profile: Profile }
  | { readonly kind: "undone"; readonly archived: ArchivedProfile };

/** Takes back the newest change of a profile, as another change. The day's writes never stand in the way. */
export function undoChange(
  deps: Deps,
  actor: Actor,
  ask: { id: ProfileId; revision: number },
): Promise<UndoAnswer> {
  return untilWon(() => undoOnce(deps, actor, ask));
}

/** Undefined where somebody was faster, who is found the next time. */
async function undoOnce(
  deps: Deps,
  actor: Actor,
  { id, revision }: { id: ProfileId; revision: number },
): Promise<UndoAnswer | undefined> {
  const permission = await permit(deps, actor, "change");
  if (permission.kind === "refused") return permission;
  const { profiles } = permission;
  const { history, archive, revise } = profiles;
  if (history === undefined || archive === undefined || revise === undefined) return { kind: "cannot" };
  const [change, before] = [
    await history.find({ id, revision }),
    await history.find({ id, revision: revision - 1 }),
  ];
  // What was there before is not known of changes from before it was kept.
  if (change === undefined || (before === undefined && revision > 1)) return { kind: "gone" };
  const newest = (await history.page({ id, page: 1, pageSize: 1 })).items[0]?.revision;
  if (newest === undefined) return { kind: "gone" };
  if (newest.revision !== revision) {
    const { by, at, how } = newest;
    const isOwn = how.kind === "undone" && how.of === revision && by === doerOf(actor);
    return isOwn ? findUndone(profiles, id) : { kind: "changed-since", by, at };
  }
  if (!isFresh(deps, change)) return { kind: "too-late" };

  const how = { kind: "undone", of: revision } as const;
  const facts = { id, revision, by: doerOf(actor), at: deps.now(), how };
  const undo = () => {
    if (change.isArchived) return archive.takeBack(facts);
    // Its making, or its return into the list, is taken back into the archive.
    if (before === undefined || before.isArchived) return archive.put(facts);
    const { draft, owner } = before;
    return revise({ ...facts, draft, owner, writesPerDay: Number.POSITIVE_INFINITY });
  };
  const answer = await undo();
  switch (answer.kind) {
    case "archived":
      return { kind: "undone", archived: answer.archived };
    case "revised":
    case "taken-back":
      return { kind: "undone", profile: answer.profile };
    case "name-taken":
      return answer;
    case "writes-spent":
      return { kind: "gone" };
    case "gone":
    case "stale":
      return undefined;
  }
}

/** Whoever presses twice has the first answer again. */
async function findUndone(profiles: ProfileStore, id: ProfileId): Promise<UndoAnswer> {
  const profile = await profiles.find(id);
  if (profile !== undefined) return { kind: "undone", profile };
  const archived = await profiles.archive?.find(id);
  return archived === undefined ? { kind: "gone" } : { kind: "undone", archived };
}

/** Makes a profile again what it was in an earlier revision, as another change. Its owner stays. */
export async function restoreRevision(
  deps: Deps,
  actor: Actor,
  { id, revision }: { id: ProfileId; revision: number },
): Promise<EditProfileAnswer> {
  const permission = await permitChange(deps, actor);
  if (permission.kind !== "permitted") return permission;
  const { profiles } = permission;
  const [current, wanted] = [await profiles.find(id), await profiles.history?.find({ id, revision })];
  if (current === undefined || wanted === undefined) return { kind: "gone" };
  const how = { kind: "restored", of: revision } as const;
  return editProfile(deps, actor, { id, revision: current.revision, draft: wanted.draft, how });
}
