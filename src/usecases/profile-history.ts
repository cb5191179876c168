import type { Change } from "../rules/changes.ts";
import { findChanges } from "../rules/changes.ts";
import type { Actor } from "../rules/people.ts";
import type { ProfileId } from "../rules/profile.ts";
import type { Revision, Step } from "../rules/revision.ts";
import { undoMs } from "../rules/revision.ts";
import type { Paged } from "../stores/profile-archive.ts";
import type { Deps, Permitted, Refused } from "./permit.ts";
import { judge, permit } from "./permit.ts";

/** Five revisions with their differences fill a phone's screen three times. */
const pageSize = 5;
/** As many changes of the last minutes as a screen takes. */
const mostRecent = 5;

/** One change as it can be told. */
export interface ToldRevision {
  readonly revision: Revision;
  /** What it changed; undefined where what was there before was not kept, or nothing was there. */
  readonly changes: readonly Change[] | undefined;
  /** Whether this person can take it back now. */
  readonly mayUndo: boolean;
}

export type ProfileHistoryAnswer =
  | Refused
  | { readonly kind: "gone" }
  | { readonly kind: "cannot" }
  | ({
      readonly kind: "read";
      readonly id: ProfileId;
      /** As it is called now. */
      readonly name: string;
      /** The revision that it has now. */
      readonly newest: number;
      /** One in the archive has to be taken out of it first. */
      readonly mayRestore: boolean;
    } & Paged<ToldRevision>);

/** Every change of one profile, the newest first, for whoever may look at it. */
export async function readProfileHistory(
  deps: Deps,
  actor: Actor,
  { id, page }: { id: ProfileId; page: number },
): Promise<ProfileHistoryAnswer> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused") return permission;
  const { history } = permission.profiles;
  if (history === undefined) return { kind: "cannot" };
  const now = await findNow(permission, id);
  if (now === undefined) return { kind: "gone" };
  const steps = await history.page({ id, page, pageSize });
  const { name, revision: newest, isArchived } = now;
  const mayChange = judge(actor, "change", permission.governance).kind === "permitted";
  const items = steps.items.map((step) => tell(deps, step, { newest, mayChange }));
  return { kind: "read", id, name, newest, mayRestore: mayChange && !isArchived, ...steps, items };
}

/** The changes of the last ten minutes that nobody has built on, in all profiles. Empty where no history is kept. */
export async function listRecentChanges(
  deps: Deps,
  actor: Actor,
): Promise<Refused | { readonly kind: "listed"; readonly changes: readonly ToldRevision[] }> {
  const permission = await permit(deps, actor, "list");
  if (permission.kind === "refused") return permission;
  const since = new Date(deps.now().getTime() - undoMs);
  const steps = (await permission.profiles.history?.recent({ since, most: mostRecent })) ?? [];
  const mayChange = judge(actor, "change", permission.governance).kind === "permitted";
  const changes = steps.map((step) => tell(deps, step, { newest: step.revision.revision, mayChange }));
  return { kind: "listed", changes };
}

function tell(
  deps: Deps,
  { revision, before }: Step,
  { newest, mayChange }: { newest: number; mayChange: boolean },
): ToldRevision {
  const isNewest = revision.revision === newest;
  const canUndo = isNewest && isFresh(deps, revision) && (before !== undefined || revision.revision === 1);
  return {
    revision,
    changes: before && findChanges(before, revision),
    mayUndo: mayChange && canUndo,
  };
}

/** Whether a change may still be taken back by a press. */
export function isFresh({ now }: Pick<Deps, "now">, { at }: Revision): boolean {
  return now().getTime() - Date.parse(at) <= undoMs;
}

async function findNow(
  { profiles }: Permitted,
  id: ProfileId,
): Promise<{ name: string; revision: number; isArchived: boolean } | undefined> {
  const profile = await profiles.find(id);
  if (profile !== undefined) return { ...profile, isArchived: false };
  const archived = await profiles.archive?.find(id);
  return archived && { ...archived, name: archived.draft.name };
}
