import type { Actor } from "./actor.ts";
import { drawScreen } from "./screen.ts";
import type { Exchange } from "./world.ts";

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

/** What a person misses, what their screen shows, and what this Slack lately refused the app. */
export function lament(actor: Actor, what: string): string {
  const refusals = actor.world.exchanges.slice(-20).flatMap(refusalsIn);
  const lately = refusals.length === 0 ? "" : `\nLately refused:\n${refusals.join("\n")}\n`;
  return `${actor.person.realName} ${what}. The screen:\n\n${drawScreen(actor)}\n${lately}`;
}

function refusalsIn({ kind, response, complaints }: Exchange): string[] {
  const error =
    typeof response === "object" && response !== null && "error" in response ? response.error : "";
  const found = complaints.map(({ pointer, message }) => `  ${kind} ${pointer} ${message}`);
  return found.length > 0 || error === "" ? found : [`  ${kind} ${String(error)}`];
}
