import type { Actor } from "./actor.ts";
import { deliverInteraction } from "./deliver.ts";
import type { Found } from "./finds.ts";
import { blockActionsPayload } from "./payloads.ts";
import type { StateValue } from "./protocol.ts";
import { toastUnacked } from "./unacked.ts";

/** Tells the app that something was pressed or chosen. Its ack says nothing but "received". */
export async function act({ world, person }: Actor, found: Found, value?: StateValue): Promise<void> {
  const payload = blockActionsPayload(world, { person, ...found, value });
  toastUnacked(world, person.id, await deliverInteraction(world, payload, person.id));
}
