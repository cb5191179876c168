import type { DraftField } from "../rules/changes.ts";
import { draftFields, isSame } from "../rules/changes.ts";
import { mergeDrafts } from "../rules/merge.ts";
import type { Person } from "../rules/people.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import { ProfileDraft } from "../rules/profile.ts";
import type { Snapshot } from "../rules/revision.ts";
import { snapshotOf } from "../rules/revision.ts";
import type { DraftKey, KeptDraft } from "../stores/draft-store.ts";
import type { ProfileStore } from "../stores/profile-store.ts";
import { findDraft, sinceWhen } from "./kept-drafts.ts";
import type { Deps } from "./permit.ts";
import { permit } from "./permit.ts";

/** What somebody has changed in a profile and not saved. */
export interface OwnChanges {
  readonly id: ProfileId;
  /** As the profile is called now. */
  readonly name: string;
  /** It can only become a new profile, unless that one is restored before. */
  readonly isArchived: boolean;
  /** All of the form. */
  readonly draft: ProfileDraft;
  /** What it was made from; 0 where that is not known, and then every difference is for them to decide. */
  readonly revision: number;
  /** Why, as far as it was said; empty where it was not. */
  readonly reason: string;
  /** UTC, ISO 8601. */
  readonly keptAt: string;
  /** The fields that saving it would change, or that somebody else has changed too. */
  readonly fields: readonly DraftField[];
  /** Somebody saved another revision meanwhile. */
  readonly isBehind: boolean;
}

/** Undefined where nothing is kept, or nothing of it is other than what is saved. */
export async function findOwnChanges(
  deps: Deps,
  actor: Person,
  { id, profiles }: { id: ProfileId; profiles: ProfileStore },
): Promise<OwnChanges | undefined> {
  const kept = await findDraft(deps, actor, id);
  return kept && compare({ ...kept, about: id }, profiles);
}

/** The same of every profile, the newest first. None where whoever keeps the profiles cannot change one. */
export async function listOwnChanges(deps: Deps, actor: Person): Promise<readonly OwnChanges[]> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused" || permission.profiles.revise === undefined) return [];
  const { profiles } = permission;
  const { teamId, userId } = actor;
  const kept = await deps.draftsOf(teamId).ofChanges({ by: userId, since: sinceWhen(deps) });
  const changes = await Promise.all(kept.map((draft) => compare(draft, profiles)));
  return changes.filter((each) => each !== undefined);
}

/** What somebody has filled in last: the profile that they were changing, or empty where it becomes a new one. */
export async function findNewestDraft(deps: Deps, actor: Person): Promise<DraftKey["about"]> {
  const [change] = await listOwnChanges(deps, actor);
  if (change === undefined) return "";
  const draft = await findDraft(deps, actor, "");
  return draft !== undefined && draft.keptAt > change.keptAt ? "" : change.id;
}

async function compare(
  { about: id, values, keptAt, revision = 0, reason = "" }: KeptDraft & { about: ProfileId },
  profiles: ProfileStore,
): Promise<OwnChanges | undefined> {
  const current = await findNow(profiles, id);
  if (current === undefined) return undefined;
  const { draft: now, isArchived } = current;
  const isBehind = current.revision !== revision;
  const base = isBehind ? (await profiles.history?.find({ id, revision }))?.draft : now;
  // What could not be read of the form is as it was.
  const draft = ProfileDraft.parse({ ...(base ?? now), ...values });
  const { theirs } = mergeDrafts({ base, mine: draft, current: now });
  const fields = draftFields.filter((field) => !isSame(field, draft, now) && !theirs.includes(field));
  if (fields.length === 0) return undefined;
  return { id, name: now.name, isArchived, draft, revision, reason, keptAt, fields, isBehind };
}

async function findNow(
  profiles: ProfileStore,
  id: ProfileId,
): Promise<(Pick<Profile, "revision"> & Pick<Snapshot, "draft" | "isArchived">) | undefined> {
  const profile = await profiles.find(id);
  return profile === undefined
    ? profiles.archive?.find(id)
    : { ...snapshotOf(profile), revision: profile.revision };
}
