import type { Actor } from "./actor.ts";
import { blocksOf } from "./actor.ts";
import { spotsOf } from "./block-kit.ts";
import type { Found } from "./finds.ts";
import { findMessage, messagesFor } from "./messages.ts";
import type { On, Place } from "./protocol.ts";
import { homePlace, placesFor } from "./scene.ts";
import type { Surface } from "./surface.ts";
import { stackOf } from "./views.ts";
import type { OpenView } from "./world.ts";

/** A place that the person can open. Throws, in words, where they cannot. */
export function locatePlace({ world, person }: Actor, id: string): Place {
  const found = placesFor(world, person).find((place) => place.id === id);
  if (found === undefined) throw new Error(`${person.realName} cannot open this place.`);
  return found;
}

/** The modal on top; the others lie under it. */
export function locateModal({ world, person }: Actor, id: string): OpenView {
  const stack = stackOf(world, person.id);
  const found = stack.find((view) => view.id === id);
  if (found === undefined) throw new Error("This modal is no longer open.");
  if (found !== stack.at(-1)) throw new Error("Another modal lies on this one.");
  return found;
}

/** An element on what the person sees and can reach. */
export function locate(actor: Actor, at: { on: On; block: string; action: string }): Found {
  const surface = locateSurface(actor, at.on);
  const spot = spotsOf(blocksOf(surface)).find(
    ({ block, element }) => block.block_id === at.block && element.action_id === at.action,
  );
  if (spot === undefined) throw new Error("What was used is no longer there.");
  return { surface, spot };
}

function locateSurface(actor: Actor, on: On): Surface {
  const { world, person } = actor;
  const home = world.homes.get(person.id);
  if ("view" in on && on.view !== home?.id) return { kind: "view", view: locateModal(actor, on.view) };
  if (stackOf(world, person.id).length > 0) throw new Error("A modal is open: nothing under it can be used.");
  locatePlace(actor, "view" in on ? homePlace : on.channel);
  if ("view" in on) {
    if (home === undefined) throw new Error("The app's home is empty.");
    return { kind: "view", view: home };
  }
  const message = findMessage(world, on);
  if (message === undefined || !messagesFor(world, person, on.channel).includes(message)) {
    throw new Error("This message is no longer there.");
  }
  return { kind: "message", message };
}
