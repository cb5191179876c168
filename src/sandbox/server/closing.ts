import type { Actor } from "./actor.ts";
import { deliverInteraction } from "./deliver.ts";
import { viewClosedPayload } from "./payloads.ts";
import { closeModal, topModal } from "./views.ts";
import { until } from "./waiting.ts";

/** Presses Cancel, or × with `all`. The app hears of each closed view that asks for it, without what was typed. */
export async function closeTop(actor: Actor, all: boolean): Promise<void> {
  const { world, person } = actor;
  const view = await until(actor, "finds no modal to close", () => topModal(world, person.id));
  const cleared = all || view.body.clear_on_close;
  for (const closed of closeModal(world, view, cleared)) {
    if (!closed.body.notify_on_close) continue;
    await deliverInteraction(world, viewClosedPayload(world, { person, view: closed, cleared }), person.id);
  }
}
