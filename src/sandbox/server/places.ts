import type { Actor } from "./actor.ts";
import { appHindrance } from "./app-hindrance.ts";
import { deliver } from "./deliver.ts";
import { eventPayload } from "./event-payload.ts";
import { newId } from "./ids.ts";
import { channelsFor, dmWith, installationOf } from "./lookup.ts";
import { toViewPayload } from "./views.ts";

/** A channel the person can open, by name or id; `dm` is the app's conversation with them, `home` its home. */
export function findPlace({ world, person }: Pick<Actor, "world" | "person">, name: string): Actor["place"] {
  const wanted = name.replace(/^#/, "");
  if (wanted === "home") return { kind: "home" };
  const installation = installationOf(world, person.workspace);
  if (wanted === "dm" && installation !== undefined) {
    return { kind: "channel", id: dmWith(world, person, installation).id };
  }
  const channels = channelsFor(world, person);
  const found = channels.find((channel) => channel.name === wanted || channel.id === wanted);
  if (found !== undefined) return { kind: "channel", id: found.id };
  const known = channels.map((channel) => `#${channel.name}`).join(", ");
  throw new Error(`${person.realName} cannot open #${wanted}. They can open: ${known}.`);
}

/** Where a person begins: #general, or what they can open. */
export function firstPlace(who: Pick<Actor, "world" | "person">): Actor["place"] {
  const channels = channelsFor(who.world, who.person);
  const first = channels.find(({ name }) => name === "general") ?? channels[0];
  return first === undefined ? findPlace(who, "general") : { kind: "channel", id: first.id };
}

/** Tells the app that its home was opened; where nothing reaches it, nobody is told. */
export async function homeEvent(actor: Actor, tab: "home" | "messages"): Promise<void> {
  const { world, person } = actor;
  const installation = installationOf(world, person.workspace);
  if (installation === undefined || appHindrance(world) !== undefined) return;
  const home = world.homes.get(person.id);
  const event = {
    type: "app_home_opened",
    user: person.id,
    channel: dmWith(world, person, installation).id,
    tab,
    ...(tab === "home" && home && { view: toViewPayload(world, home) }),
  };
  const payload = eventPayload(world, { team: installation.workspace, event, eventId: newId("Ev") });
  const body = JSON.stringify(payload);
  await deliver(world, { kind: "event", body, payload, person: person.id, contentType: "application/json" });
}
