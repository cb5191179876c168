import type { Fault } from "../errors.ts";
import { toFault } from "../errors.ts";
import type { Actor, Person, TeamId } from "../rules/people.ts";
import { doerOf } from "../rules/people.ts";
import type { Action } from "../rules/permission.ts";
import type { Profile, ProfileId } from "../rules/profile.ts";
import { toReason } from "../rules/revision.ts";
import { foldKey } from "../rules/text.ts";
import type { ArchivedProfile, Paged, ProfileArchive } from "../stores/profile-archive.ts";
import type { Deps, Permitted, Refused } from "./permit.ts";
import { judge, permit } from "./permit.ts";
import { untilWon } from "./until-won.ts";

/** Ten rows fill a phone's screen three times. */
const pageSize = 10;

type NoArchive = Refused | { readonly kind: "gone" } | { readonly kind: "cannot" };

export interface ArchiveProfileAsk {
  readonly id: ProfileId;
  /** Only if it is still this one. Left out: whatever somebody changed meanwhile. */
  readonly revision?: number;
  readonly reason?: string;
}

export type ArchiveProfileAnswer =
  | NoArchive
  /** Somebody was faster; asked only of a revision. */
  | { readonly kind: "stale"; readonly current: Profile }
  | { readonly kind: "archived"; readonly archived: ArchivedProfile };

/** Takes a profile out of the list. Its name is free then, and it can be taken back at any time. */
export async function archiveProfile(
  deps: Deps,
  actor: Actor,
  { id, revision, reason = "" }: ArchiveProfileAsk,
): Promise<ArchiveProfileAnswer> {
  const permission = await permitArchive(deps, actor, "change");
  if (permission.kind !== "permitted") return permission;
  const { profiles, archive } = permission;
  let seen = revision ?? (await profiles.find(id))?.revision;
  return untilWon(async () => {
    if (seen === undefined) return { kind: "gone" };
    const facts = { by: doerOf(actor), at: deps.now(), reason: toReason(reason) };
    const answer = await archive.put({ id, revision: seen, ...facts });
    if (answer.kind !== "stale" || revision !== undefined) return answer;
    seen = answer.current.revision;
    return undefined;
  });
}

export type TakeBackAnswer =
  | NoArchive
  | { readonly kind: "name-taken"; readonly profile: Profile }
  | { readonly kind: "taken-back"; readonly profile: Profile }
  /** Somebody has done it before. */
  | { readonly kind: "was-so"; readonly profile: Profile };

/** Puts an archived profile into the list again, as it was. */
export async function takeBack(deps: Deps, actor: Actor, id: ProfileId): Promise<TakeBackAnswer> {
  const permission = await permitArchive(deps, actor, "change");
  if (permission.kind !== "permitted") return permission;
  const { profiles, archive } = permission;
  return untilWon(async () => {
    const archived = await archive.find(id);
    if (archived === undefined) {
      const profile = await profiles.find(id);
      return profile === undefined ? { kind: "gone" } : { kind: "was-so", profile };
    }
    const { revision } = archived;
    const answer = await archive.takeBack({ id, revision, by: doerOf(actor), at: deps.now() });
    return answer.kind === "stale" || answer.kind === "gone" ? undefined : answer;
  });
}

export type ListArchivedAnswer =
  | Refused
  | { readonly kind: "cannot" }
  | ({
      readonly kind: "listed";
      readonly mayChange: boolean;
      readonly mayDelete: boolean;
    } & Paged<ArchivedProfile>);

export async function listArchived(deps: Deps, actor: Actor, page: number): Promise<ListArchivedAnswer> {
  const permission = await permitArchive(deps, actor, "list");
  if (permission.kind !== "permitted") return permission;
  const { archive, governance } = permission;
  return {
    kind: "listed",
    mayChange: judge(actor, "change", governance).kind === "permitted",
    mayDelete: judge(actor, "administer", governance).kind === "permitted",
    ...(await archive.list({ page, pageSize })),
  };
}

export type BeginDeleteAnswer = NoArchive | { readonly kind: "begun"; readonly archived: ArchivedProfile };

/** Asked before the form opens that deletes an archived profile for good. */
export async function beginDelete(deps: Deps, actor: Person, id: ProfileId): Promise<BeginDeleteAnswer> {
  const permission = await permitArchive(deps, actor, "administer");
  if (permission.kind !== "permitted") return permission;
  const archived = await permission.archive.find(id);
  return archived === undefined ? { kind: "gone" } : { kind: "begun", archived };
}

export type DeleteAnswer =
  | NoArchive
  /** What was typed is not its name. */
  | { readonly kind: "not-its-name"; readonly archived: ArchivedProfile }
  /** `unwiped`: why something of it stays on the disk for now. */
  | { readonly kind: "deleted"; readonly name: string; readonly unwiped?: Fault };

/** Deletes an archived profile for good, for an ICP admin who has typed its name. */
export async function deleteProfile(
  deps: Deps,
  actor: Person,
  { id, typed }: { id: ProfileId; typed: string },
): Promise<DeleteAnswer> {
  const permission = await permitArchive(deps, actor, "administer");
  if (permission.kind !== "permitted") return permission;
  const { archive } = permission;
  const archived = await archive.find(id);
  if (archived === undefined) return { kind: "gone" };
  const { name } = archived.draft;
  if (foldKey(typed) !== foldKey(name)) return { kind: "not-its-name", archived };
  const isRemoved = await archive.remove({ id, by: doerOf(actor), at: deps.now() });
  if (!isRemoved) return { kind: "gone" };
  const unwiped = await archive.wipe().then(() => undefined, toFault);
  if (unwiped === undefined) return { kind: "deleted", name };
  await wipeLater(deps, actor.teamId);
  return { kind: "deleted", name, unwiped };
}

/** Forgetting old drafts wipes the whole file, and is tried again until it is done. */
async function wipeLater({ reminders, now }: Deps, teamId: TeamId): Promise<void> {
  const reminder = { teamId, kind: "draft-expired", subject: "", dueAt: now().toISOString() } as const;
  await reminders.set(reminder).catch(() => undefined);
}

async function permitArchive(
  deps: Deps,
  actor: Actor,
  action: Action,
): Promise<Refused | { readonly kind: "cannot" } | (Permitted & { readonly archive: ProfileArchive })> {
  const permission = await permit(deps, actor, action);
  if (permission.kind === "refused") return permission;
  const { archive } = permission.profiles;
  return archive === undefined ? { kind: "cannot" } : { ...permission, archive };
}
