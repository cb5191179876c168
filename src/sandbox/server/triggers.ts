import { forgetOldest } from "./forget-oldest.ts";
import { secret } from "./ids.ts";
import type { World } from "./world.ts";

const lifeMs = 3000;
/** For so long an old one is told from a wrong one. */
const rememberedMs = 60_000;
const most = 1000;

export interface Trigger {
  person: string;
  /** The workspace whose installation may exchange it. */
  team: string;
  channel: string | undefined;
  mintedAt: number;
  exchanged: boolean;
}

export function mintTrigger(world: World, args: Pick<Trigger, "person" | "team" | "channel">): string {
  forgetOldest(world.triggers, {
    most,
    isOver: ({ mintedAt }) => world.now() - mintedAt > rememberedMs,
  });
  const id = `${Math.floor(world.now() / 1000)}.${world.triggers.size + 1}.${secret(32)}`;
  world.triggers.set(id, { ...args, mintedAt: world.now(), exchanged: false });
  return id;
}

/** One use within three seconds, by the clock of this Slack. */
export function exchangeTrigger(
  world: World,
  args: { id: string; team: string },
): { kind: "ok"; trigger: Trigger } | { kind: "refused"; error: string } {
  const trigger = world.triggers.get(args.id);
  if (trigger === undefined || trigger.team !== args.team) {
    return { kind: "refused", error: "invalid_trigger_id" };
  }
  if (trigger.exchanged) return { kind: "refused", error: "exchanged_trigger_id" };
  const isTooOld = world.now() - trigger.mintedAt > lifeMs || world.faults.take("trigger") !== undefined;
  if (isTooOld) return { kind: "refused", error: "expired_trigger_id" };
  trigger.exchanged = true;
  return { kind: "ok", trigger };
}
