import type { Actor } from "./actor.ts";
import { drawScreen } from "./screen.ts";

const patienceMs = 5000;

/** Looks now and after every change, until there is something to see; then fails with the person's screen. */
export async function until<T>(actor: Actor, what: string, look: () => T | undefined): Promise<T> {
  const { events } = actor.world;
  const first = look();
  if (first !== undefined) return first;
  const found = Promise.withResolvers<T>();
  const again = () => {
    try {
      const seen = look();
      if (seen !== undefined) found.resolve(seen);
    } catch (error) {
      found.reject(error);
    }
  };
  const giveUp = setTimeout(() => found.reject(new Error(lament(actor, what))), patienceMs);
  events.on("changed", again);
  try {
    return await found.promise;
  } finally {
    clearTimeout(giveUp);
    events.off("changed", again);
  }
}

export function lament(actor: Actor, what: string): string {
  return `${actor.person.realName} ${what}. The screen:\n\n${drawScreen(actor)}\n`;
}
