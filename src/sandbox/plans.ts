import { TeamId } from "../rules/people.ts";
import { Plan, plans } from "../rules/plan.ts";
import type { Operate } from "./operate-bot.ts";
import type { SeedWorkspace } from "./server/seed.ts";
import type { OwnLever } from "./server/world.ts";

/** Where a workspace begins otherwise than on the default plan: on one without profiles, so that this can be seen. */
const firstPlans: Readonly<Record<string, Plan>> = { T0BETA: "free" };

export interface Plans {
  /** One for each workspace. */
  readonly levers: readonly OwnLever[];
  /** Gives each workspace that the bot has met its first plan, and lets the levers show what holds. */
  settle(): Promise<void>;
}

/** The workspaces' plans in the data of a running bot, set as its operator sets them. */
export function createPlans({
  workspaces,
  defaultPlan,
  operate,
}: {
  workspaces: readonly Pick<SeedWorkspace, "id" | "name">[];
  defaultPlan: Plan;
  operate: Operate;
}): Plans {
  const present = new Map<string, Plan>();

  return {
    levers: workspaces.map(({ id, name }) => ({
      id: `plan:${id}`,
      label: `Plan of ${name}`,
      group: "Plans",
      options: Plan.options.map((plan) => ({ value: plan, label: plans[plan].name })),
      value: () => present.get(id) ?? firstPlans[id] ?? defaultPlan,
      set: (to) => set(id, Plan.parse(to)),
    })),
    async settle() {
      for (const { id } of workspaces) await look(id);
    },
  };

  async function look(id: string): Promise<void> {
    const teamId = TeamId.parse(id);
    const shown = await operate((usecases) => usecases.showWorkspace(teamId));
    if (shown === undefined) return void present.delete(id);
    const first = firstPlans[id];
    if (shown.isDefaultPlan && first !== undefined) await set(id, first);
    else present.set(id, shown.plan);
  }

  async function set(id: string, plan: Plan): Promise<void> {
    const teamId = TeamId.parse(id);
    const isMet = await operate((usecases) => usecases.setPlan({ teamId, plan }));
    if (!isMet) throw new Error("The bot does not know this workspace yet: it has not run in it.");
    present.set(id, plan);
  }
}
