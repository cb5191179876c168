import { drawLevers } from "./levers.ts";
import { channelsFor } from "./lookup.ts";
import { messageValues } from "./messages.ts";
import type { Patch } from "./protocol.ts";
import { drawScene } from "./scene.ts";
import type { SeedPerson } from "./seed.ts";
import { toShownExchange } from "./shown-exchange.ts";
import { keyOf, toShownMessage, toShownView } from "./shown-parts.ts";
import { drawStrikes } from "./strikes.ts";
import { stackOf } from "./views.ts";
import type { Exchange, Message, World } from "./world.ts";

const exchangesAtFirst = 500;

/** Answers with everything that a person sees at first, and from then on with what changed since it was last asked. */
export function watchScreen(world: World, person: SeedPerson): () => Patch | undefined {
  const parts = new Map<string, string>();
  const messages = new Map<string, readonly unknown[]>();
  const exchanges = new WeakMap<Exchange, string>();
  let oldestExchange = 0;
  let isFirst = true;

  return () => {
    const home = world.homes.get(person.id);
    const patch: Patch = {
      // First, for it makes the conversation with the app where there is none yet.
      ...part("scene", drawScene(world, person)),
      ...changedMessages(),
      ...part("stack", stackOf(world, person.id).map(toShownView)),
      ...part("home", home === undefined ? null : toShownView(home)),
      ...part("toasts", world.toasts.get(person.id) ?? []),
      ...changedExchanges(),
      ...part("weather", { levers: drawLevers(world), strikes: drawStrikes(world) }),
      ...part("appState", world.appState?.now() ?? { kind: "elsewhere", log: [] }),
    };
    isFirst = false;
    return Object.keys(patch).length > 0 ? patch : undefined;
  };

  function part<Name extends keyof Patch>(name: Name, now: Patch[Name]): Pick<Patch, Name> | undefined {
    const text = JSON.stringify(now);
    if (parts.get(name) === text) return undefined;
    parts.set(name, text);
    return { [name]: now } as Pick<Patch, Name>;
  }

  function changedMessages(): Pick<Patch, "messages" | "gone"> {
    const visible = visibleTo(world, person);
    const fresh = visible.filter((message) => isNew(message));
    const here = messages.size > visible.length ? new Set(visible.map(keyOf)) : undefined;
    const gone = here === undefined ? [] : [...messages.keys()].filter((key) => !here.has(key));
    for (const key of gone) messages.delete(key);
    return {
      ...((fresh.length > 0 || isFirst) && { messages: fresh.map((one) => toShownMessage(one, person)) }),
      ...(gone.length > 0 && { gone }),
    };
  }

  /** What a message consists of is replaced and never changed in place, so that identity tells. */
  function isNew(message: Message): boolean {
    const key = keyOf(message);
    const now = [message.text, message.blocks, message.edited, messageValues(message, person.id)];
    const before = messages.get(key);
    if (before !== undefined && now.every((one, at) => one === before[at])) return false;
    messages.set(key, now);
    return true;
  }

  function changedExchanges(): Pick<Patch, "exchanges"> {
    if (isFirst) oldestExchange = world.exchanges.at(-exchangesAtFirst)?.id ?? 0;
    const fresh = world.exchanges.filter((one) => one.id >= oldestExchange && isOther(one));
    return fresh.length > 0 || isFirst ? { exchanges: fresh.map(toShownExchange) } : {};
  }

  function isOther(exchange: Exchange): boolean {
    const now = `${exchange.isPending} ${exchange.complaints.length}`;
    if (exchanges.get(exchange) === now) return false;
    exchanges.set(exchange, now);
    return true;
  }
}

function visibleTo(world: World, person: SeedPerson): Message[] {
  const open = new Set(channelsFor(world, person).map(({ id }) => id));
  return world.messages.filter(
    ({ channel, onlyFor }) => open.has(channel) && (onlyFor === undefined || onlyFor === person.id),
  );
}
