import type { Fault } from "../errors.ts";
import { toFault } from "../errors.ts";
import type { Actor } from "../rules/people.ts";
import { may } from "../rules/permission.ts";
import type { Plan, WritesToday } from "../rules/plan.ts";
import { plans } from "../rules/plan.ts";
import type { StoreSize } from "../stores/store-health.ts";
import type { Deps, Refused } from "./permit.ts";

/** One thing that was looked at: what it is, or what kept us from seeing it. */
export type Part<Value> =
  | { readonly kind: "known"; readonly value: Value }
  | { readonly kind: "fault"; readonly fault: Fault };

export interface Examined {
  readonly kind: "examined";
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
  // Without the workspace's own plan, which does not count here and may be what cannot be read.
  const permission = may(actor, "administer", {
    plan: deps.defaultPlan,
    writers: deps.writers,
    icpAdmins: deps.icpAdmins,
  });
  if (permission.kind === "no") return { kind: "refused", action: "administer", missing: permission.missing };

  const { teamId } = actor;
  const { workspaces, health } = deps;
  const store = deps.profilesOf(teamId);
  const planOf = async () => (await workspaces.find(teamId))?.plan ?? deps.defaultPlan;
  return {
    kind: "examined",
    plan: await look(planOf),
    profiles: await look(() => store.count()),
    writes: await look(async () => ({
      used: await store.writesToday(deps.now()),
      limit: plans[await planOf()].writesPerDay,
    })),
    storeKind: health.kind,
    storeSize: await look(() => health.measure(teamId)),
    writing: await look(() => health.tryWriting(teamId)),
  };
}

async function look<Value>(ask: () => Promise<Value>): Promise<Part<Value>> {
  try {
    return { kind: "known", value: await ask() };
  } catch (thrown) {
    return { kind: "fault", fault: toFault(thrown) };
  }
}
