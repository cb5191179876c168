import type { Block, Spot } from "./block-kit.ts";
import { dmMessagesFor, messagesFor, messageValues } from "./messages.ts";
import type { StateValue, Values } from "./protocol.ts";
import type { SeedPerson } from "./seed.ts";
import type { Surface } from "./surface.ts";
import { topModal } from "./views.ts";
import type { World } from "./world.ts";
import { changed } from "./world.ts";

/** A person at their screen. */
export interface Actor {
  world: World;
  person: SeedPerson;
  /** Where they are: a channel, or the app's home. */
  place: { kind: "channel"; id: string } | { kind: "home" };
}

/** What can be acted on now: the top modal alone while one is open, else the home or the messages, newest first. */
export function surfacesOf(actor: Actor): Surface[] {
  const { world, person, place } = actor;
  const modal = topModal(world, person.id);
  if (modal !== undefined) return [{ kind: "view", view: modal }];
  const dms = dmMessagesFor(world, person);
  if (place.kind === "home") {
    const home = world.homes.get(person.id);
    return home === undefined ? [] : [{ kind: "view", view: home }];
  }
  const here = messagesFor(world, person, place.id);
  const seen = [...new Set([...here, ...dms])].sort((a, b) => compareTs(b.ts, a.ts));
  return seen.map((message) => ({ kind: "message", message }));
}

export function blocksOf(surface: Surface): Block[] {
  return surface.kind === "view" ? surface.view.body.blocks : surface.message.blocks;
}

export function valuesOn(surface: Surface, actor: Actor): Values {
  return surface.kind === "view" ? surface.view.values : messageValues(surface.message, actor.person.id);
}

export function valueAt(actor: Actor, surface: Surface, spot: Spot): StateValue | undefined {
  return valuesOn(surface, actor)[spot.block.block_id]?.[spot.element.action_id];
}

/** Puts a value into an element, as typing or choosing does; words under the field go away. */
export function putValue(actor: Actor, surface: Surface, spot: Spot, value: StateValue): void {
  const { block, element } = spot;
  const before = valuesOn(surface, actor);
  const inBlock = { ...before[block.block_id], [element.action_id]: value };
  const values = { ...before, [block.block_id]: inBlock };
  if (surface.kind === "message") {
    surface.message.values.set(actor.person.id, values);
  } else {
    const { [block.block_id]: _mended, ...errors } = surface.view.errors;
    Object.assign(surface.view, { values, errors });
  }
  changed(actor.world);
}

function compareTs(a: string, b: string): number {
  const [seconds = 0, count = 0] = a.split(".").map(Number);
  const [otherSeconds = 0, otherCount = 0] = b.split(".").map(Number);
  return seconds - otherSeconds || count - otherCount;
}
