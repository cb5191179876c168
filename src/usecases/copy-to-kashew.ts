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
  | {
      readonly kind: "copied";
      readonly copied: number;
      readonly total: number;
      /** The names of those of which Kashew didn't say whether it saved them. */
      readonly unsure: readonly string[];
      /** Where it stopped before the end, and not for those alone. */
      readonly why?: Fault;
    };

/** After so many lost answers the rest is not tried. */
const mostUnsure = 3;

const everything = { words: [], state: "all", page: 1, pageSize: Number.MAX_SAFE_INTEGER } as const;

/** What copying the profiles that the workspace keeps itself would create in Kashew. */
export async function planCopy(deps: Deps, actor: Person): Promise<PlanCopyAnswer> {
  const permission = await permitCopy(deps, actor);
  if (permission.kind === "refused") return permission;
  if (permission.profiles.keeper !== "kashew") return { kind: "not-connected" };
  return { kind: "planned", ...(await planOf(deps, actor, permission)) };
}

/**
 * Copies one after another, and stops at the first that Kashew does not take. Where its answer is lost the next one
 * follows. Begun again it goes on with what is not there by then. Those that the workspace keeps stay. One at a time
 * for each workspace.
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
  const unsure: string[] = [];
  let copied = 0;
  for (const profile of toCreate) {
    if (unsure.length === mostUnsure) break;
    const draft = ProfileDraft.parse(profile);
    try {
      const at = deps.now();
      const sending = await lookBefore(profiles, {
        name: `copy:${connection.connectedAt}:${profile.id}`,
        at,
      });
      const { kind } =
        sending.kind === "may-send"
          ? await profiles.create({ ...how, draft, key: sending.key, at })
          : sending;
      if (kind === "created" || kind === "there") copied += 1;
      else unsure.push(profile.name);
    } catch (thrown) {
      return { kind: "copied", copied, total, unsure, why: toFault(thrown) };
    }
    await sayDone(copied, total);
  }
  return { kind: "copied", copied, total, unsure };
}

type Sending =
  | { readonly kind: "may-send"; readonly key: SubmissionKey }
  | { readonly kind: "there" | "unsure" };

/**
 * Another key each time that somebody wants it copied: what was sent under those before is not there, or not any more.
 * Where an answer was lost it is looked for first.
 */
async function lookBefore(
  profiles: ProfileStore,
  { name, at }: { name: string; at: Date },
): Promise<Sending> {
  for (let time = 1; ; time += 1) {
    const key = `${name}:${time}`;
    const sent = await profiles.lookAgain?.({ key, at });
    if (sent === undefined || sent.kind === "not-sent") return { kind: "may-send", key };
    if (sent.kind === "created" && sent.wasFound) return { kind: "there" };
    if (sent.kind === "unknown-outcome" && sent.looked === "not-sure") return { kind: "unsure" };
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
