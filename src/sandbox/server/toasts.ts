import type { World } from "./world.ts";
import { changed } from "./world.ts";

/** Says something to one person in a banner that nobody else sees. */
export function toast(world: World, person: string, text: string): void {
  world.counters.toast += 1;
  world.toasts.set(person, [...(world.toasts.get(person) ?? []), { id: world.counters.toast, text }]);
  changed(world);
}

export function removeToast(world: World, person: string, id: number): void {
  const left = (world.toasts.get(person) ?? []).filter((one) => one.id !== id);
  world.toasts.set(person, left);
  changed(world);
}
