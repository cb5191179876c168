import type { Actor } from "./actor.ts";
import { appHindrance } from "./app-hindrance.ts";
import { deliverInteraction } from "./deliver.ts";
import { viewClosedPayload } from "./payloads.ts";
import { closeModal, topModal } from "./views.ts";
import { until } from "./waiting.ts";
import type { OpenView } from "./world.ts";

/** Presses Cancel of the top modal, once there is one, or × with `all`. */
export async function closeTop(actor: Actor, all: boolean): Promise<void> {
  const view = await until(actor, "finds no modal to close", () => topModal(actor.world, actor.person.id));
  await closeView(actor, view, all);
}

/** The app hears of each closed view that asks for it, without what was typed. */
export async function closeView({ world, person }: Actor, view: OpenView, all: boolean): Promise<void> {
  const cleared = all || view.body.clear_on_close;
  for (const closed of closeModal(world, view, cleared)) {
    if (!closed.body.notify_on_close || appHindrance(world) !== undefined) continue;
    await deliverInteraction(world, viewClosedPayload(world, { person, view: closed, cleared }), person.id);
  }
}
