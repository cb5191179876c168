import type { Fault } from "../errors.ts";
import { toFault } from "../errors.ts";
import type { Actor } from "../rules/people.ts";
import type { Plan, WritesToday } from "../rules/plan.ts";
import { planThatCounts } from "../rules/plan.ts";
import type { Connection } from "../stores/connection-store.ts";
import type { ProfileStore } from "../stores/profile-store.ts";
import type { StoreSize } from "../stores/store-health.ts";
import type { Workspace } from "../stores/workspace-store.ts";
import type { Deps, Refused } from "./permit.ts";
import { judge } from "./permit.ts";
import { toWrites } from "./writes.ts";

/** One thing that was looked at: what it is, or what kept us from seeing it. */
export type Part<Value> =
  | { readonly kind: "known"; readonly value: Value }
  | { readonly kind: "fault"; readonly fault: Fault };

export interface Examined {
  readonly kind: "examined";
  /** How it is connected with Kashew; undefined where it keeps its profiles itself. */
  readonly kashew: Part<Connection | undefined>;
  readonly plan: Part<Plan>;
  readonly writes: Part<WritesToday>;
  readonly profiles: Part<{ readonly total: number; readonly active: number }>;
  /** What the profiles are kept in, such as SQLite. */
  readonly storeKind: string;
  readonly storeSize: Part<StoreSize>;
  readonly writing: Part<void>;
}

/** The state of the workspace for its admins. Each part is looked at whatever is wrong with the others. */
export async function examineWorkspace(deps: Deps, actor: Actor): Promise<Refused | Examined> {
  const { teamId } = actor;
  const { workspaces, health } = deps;
  // Without the workspace's own plan, which does not count here and may be what cannot be read.
  const { defaultPlan, defaultAccess } = deps;
  const kept = await look(() => deps.accessOf(teamId).read());
  const access = { ...defaultAccess, ...(kept.kind === "known" ? kept.value.set : {}) };
  const permission = judge(actor, "examine", { plan: defaultPlan, access });
  if (permission.kind === "refused") return permission;

  const found = await look<Whereabouts>(async () => (await workspaces.find(teamId)) ?? { teamId });
  return {
    kind: "examined",
    kashew: await lookFurther(found, async ({ connection }) => connection),
    plan: await lookFurther(found, async (workspace) => planOf(deps, workspace)),
    profiles: await lookFurther(found, (workspace) => deps.profilesOf(workspace).count()),
    writes: await lookFurther(found, async (workspace) => {
      const profiles: ProfileStore = deps.profilesOf(workspace);
      return toWrites(await profiles.writesToday(deps.now()), { profiles, plan: planOf(deps, workspace) });
    }),
    storeKind: health.kind,
    storeSize: await look(() => health.measure(teamId)),
    writing: await look(() => health.tryWriting(teamId)),
  };
}

type Whereabouts = Pick<Workspace, "teamId" | "plan" | "connection">;

function planOf({ defaultPlan }: Deps, { plan, connection }: Whereabouts): Plan {
  return planThatCounts(plan ?? defaultPlan, connection?.state);
}

async function lookFurther<Found, Value>(
  found: Part<Found>,
  ask: (value: Found) => Promise<Value>,
): Promise<Part<Value>> {
  return found.kind === "fault" ? found : look(() => ask(found.value));
}

async function look<Value>(ask: () => Promise<Value>): Promise<Part<Value>> {
  try {
    return { kind: "known", value: await ask() };
  } catch (thrown) {
    return { kind: "fault", fault: toFault(thrown) };
  }
}
