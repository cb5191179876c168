import type { Fault } from "../errors.ts";
import { toFault } from "../errors.ts";
import type { Person } from "../rules/people.ts";
import { doerOf } from "../rules/people.ts";
import { plans } from "../rules/plan.ts";
import type { Profile } from "../rules/profile.ts";
import { ProfileDraft } from "../rules/profile.ts";
import { foldKey } from "../rules/text.ts";
import type { ProfileStore, SubmissionKey } from "../stores/profile-store.ts";
import type { Deps, Permitted, Refused } from "./permit.ts";
import { permit } from "./permit.ts";

export interface CopyPlan {
  /** Those that will be created in Kashew, the oldest first. */
  readonly toCreate: readonly Profile[];
  /** How many have a namesake there, and are left alone. */
  readonly there: number;
}

export type PlanCopyAnswer =
  | Refused
  | { readonly kind: "not-connected" }
  | ({ readonly kind: "planned" } & CopyPlan);

export type CopyAnswer =
  | Refused
  | { readonly kind: "not-connected" }
  /** `why` is missing where all were copied. Whether the one that it stopped at was written may not be known. */
  | {
      readonly kind: "copied";
      readonly copied: number;
      readonly total: number;
      readonly why?: Fault | "unknown-outcome";
    };

const everything = { words: [], state: "all", page: 1, pageSize: Number.MAX_SAFE_INTEGER } as const;

/** What copying the profiles that the workspace keeps itself would create in Kashew. */
export async function planCopy(deps: Deps, actor: Person): Promise<PlanCopyAnswer> {
  const permission = await permitCopy(deps, actor);
  if (permission.kind === "refused") return permission;
  if (permission.profiles.keeper !== "kashew") return { kind: "not-connected" };
  return { kind: "planned", ...(await planOf(deps, actor, permission)) };
}

/**
 * Copies one after another, and stops at the first that Kashew does not take. Begun again it goes on where it stopped,
 * with what is not there by then. Those that the workspace keeps stay. One at a time for each workspace.
 */
export async function copyToKashew(
  deps: Deps,
  actor: Person,
  sayDone: (copied: number, total: number) => Promise<void>,
): Promise<CopyAnswer> {
  const permission = await permitCopy(deps, actor);
  if (permission.kind === "refused") return permission;
  const { profiles, governance } = permission;
  const connection = (await deps.workspaces.find(actor.teamId))?.connection;
  if (profiles.keeper !== "kashew" || connection === undefined) return { kind: "not-connected" };
  const { toCreate } = await planOf(deps, actor, permission);
  const total = toCreate.length;
  const how = { by: doerOf(actor), writesPerDay: plans[governance.plan].writesPerDay };
  let copied = 0;
  for (const profile of toCreate) {
    const draft = ProfileDraft.parse(profile);
    try {
      const at = deps.now();
      const key = await unusedKey(profiles, { name: `copy:${connection.connectedAt}:${profile.id}`, at });
      if (key === undefined) return { kind: "copied", copied, total, why: "unknown-outcome" };
      const answer = await profiles.create({ ...how, draft, key, at });
      if (answer.kind !== "created") return { kind: "copied", copied, total, why: "unknown-outcome" };
    } catch (thrown) {
      return { kind: "copied", copied, total, why: toFault(thrown) };
    }
    copied += 1;
    await sayDone(copied, total);
  }
  return { kind: "copied", copied, total };
}

/**
 * Another key each time that somebody wants it copied: what was created under the one before is not there any more.
 * Undefined where it is not known what one of them came to.
 */
async function unusedKey(
  profiles: ProfileStore,
  { name, at }: { name: string; at: Date },
): Promise<SubmissionKey | undefined> {
  for (let time = 1; ; time += 1) {
    const key = `${name}:${time}`;
    const sent = await profiles.lookAgain?.({ key, at });
    if (sent === undefined || sent.kind === "not-sent") return key;
    if (sent.kind === "unknown-outcome") return undefined;
  }
}

/** Of those who look after the app, and may create where the profiles go. */
async function permitCopy(deps: Deps, actor: Person): Promise<Refused | Permitted> {
  const permission = await permit(deps, actor, "administer");
  return permission.kind === "refused" ? permission : permit(deps, actor, "create");
}

async function planOf(deps: Deps, { teamId }: Person, { profiles }: Permitted): Promise<CopyPlan> {
  const { profiles: kept } = await deps.profilesOf({ teamId }).list(everything);
  const names = new Set((await profiles.names()).map(({ name }) => foldKey(name)));
  const toCreate = kept.filter(({ name }) => !names.has(foldKey(name))).reverse();
  return { toCreate, there: kept.length - toCreate.length };
}
