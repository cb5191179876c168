import type { World } from "./world.ts";
import { changed } from "./world.ts";

const most = 5;

/** Says something to one person in a banner that nobody else sees; of many, the newest stay. */
export function toast(world: World, person: string, text: string): void {
  world.counters.toast += 1;
  const before = world.toasts.get(person) ?? [];
  world.toasts.set(person, [...before.slice(1 - most), { id: world.counters.toast, text }]);
  changed(world);
}

export function removeToast(world: World, person: string, id: number): void {
  const left = (world.toasts.get(person) ?? []).filter((one) => one.id !== id);
  world.toasts.set(person, left);
  changed(world);
}
