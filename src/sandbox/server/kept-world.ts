import { z } from "zod";
import type { Block as KnownBlock, View } from "./block-kit.ts";
import { takeAway } from "./install.ts";
import { channelById, isGood, personById } from "./lookup.ts";
import { Values } from "./protocol.ts";
import type { Role } from "./seed.ts";
import { roles } from "./seed.ts";
import type { World } from "./world.ts";

export const keptVersion = 1;

// Only what everything else relies on: the judge let the rest in.
const Block = z.looseObject({ type: z.string(), block_id: z.string() }) as z.ZodType<KnownBlock>;
const Blocks = z.array(Block);

const Message = z.object({
  ts: z.string(),
  channel: z.string(),
  team: z.string(),
  author: z.union([
    z.object({ kind: z.literal("app") }),
    z.object({ kind: z.literal("person"), id: z.string() }),
  ]),
  text: z.string(),
  blocks: Blocks,
  metadata: z.record(z.string(), z.unknown()).exactOptional(),
  onlyFor: z.string().exactOptional(),
  edited: z.boolean(),
  /** Person → what they chose. */
  values: z.record(z.string(), Values),
});

const Home = z.object({
  id: z.string(),
  person: z.string(),
  team: z.string(),
  root: z.string(),
  hash: z.string(),
  body: z.looseObject({ type: z.literal("home"), blocks: Blocks }) as unknown as z.ZodType<View>,
  values: Values,
});

const Channel = z.object({
  id: z.string(),
  name: z.string(),
  workspace: z.string(),
  members: z.array(z.string()),
  private: z.boolean().exactOptional(),
  sharedWith: z.array(z.string()).exactOptional(),
});

/** What of a Slack survives a restart: no modal, trigger or response_url, as they live for seconds or minutes; and no token. */
export const KeptWorld = z.object({
  version: z.literal(keptVersion),
  messages: z.array(Message),
  channels: z.array(Channel),
  homes: z.array(Home),
  /** Person → role */
  roles: z.record(z.string(), z.enum(roles)),
  /** Workspaces. */
  uninstalled: z.array(z.string()),
  counters: z.object({ ts: z.int(), exchange: z.int(), toast: z.int() }),
});
export type KeptWorld = z.infer<typeof KeptWorld>;

export function toKept(world: World): KeptWorld {
  const { app, channels, people } = world.seed;
  const uninstalled = app.installations.filter((one) => !isGood(world, one));
  return {
    version: keptVersion,
    messages: world.messages.map((one) => ({ ...one, values: Object.fromEntries(one.values) })),
    channels,
    homes: [...world.homes.values()],
    roles: Object.fromEntries(people.map(({ id, role }): [string, Role] => [id, role])),
    uninstalled: uninstalled.map(({ workspace }) => workspace),
    counters: { ...world.counters },
  };
}

/** Puts what was kept into a fresh world. People and workspaces that the seed no longer has are passed over. */
export function fromKept(world: World, kept: KeptWorld): void {
  const { app, channels, people, workspaces } = world.seed;
  const bots = app.installations.map(({ botUserId }) => botUserId);
  for (const channel of kept.channels) {
    const isKnown = workspaces.some(({ id }) => id === channel.workspace);
    const known = channelById(world, channel.id);
    if (known !== undefined) {
      const invited = channel.members.filter((id) => bots.includes(id) && !known.members.includes(id));
      known.members = [...known.members, ...invited];
    } else if (isKnown) channels.push(channel);
  }
  world.messages = kept.messages
    .filter(({ channel }) => channelById(world, channel) !== undefined)
    .map((message) => ({ ...message, values: new Map(Object.entries(message.values)) }));
  for (const home of kept.homes) {
    if (personById(world, home.person) === undefined) continue;
    world.homes.set(home.person, { ...home, channel: undefined, previous: null, errors: {} });
  }
  for (const person of people) person.role = kept.roles[person.id] ?? person.role;
  for (const installation of app.installations) {
    if (kept.uninstalled.includes(installation.workspace)) takeAway(world, installation);
  }
  world.counters = kept.counters;
}
