import type { Actor } from "./actor.ts";
import { deliverInteraction } from "./deliver.ts";
import type { Found } from "./finds.ts";
import { blockActionsPayload } from "./payloads.ts";
import type { StateValue } from "./state.ts";
import { toast } from "./world.ts";

/** Tells the app that something was pressed or chosen. Its ack says nothing but "received". */
export async function act(actor: Actor, found: Found, value?: StateValue): Promise<void> {
  const { world, person } = actor;
  const payload = blockActionsPayload(world, { person, ...found, value });
  const outcome = await deliverInteraction(world, payload, person.id);
  if (outcome.kind === "answered" && outcome.status === 200) return;
  const { name } = world.seed.app;
  toast(
    world,
    person.id,
    outcome.kind === "late"
      ? `${name} did not respond in time to what you did.`
      : `${name} could not respond to what you did.`,
  );
}
