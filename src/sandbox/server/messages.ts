import { channelById, isDm } from "./lookup.ts";
import type { Values } from "./protocol.ts";
import type { SeedPerson } from "./seed.ts";
import { carryValues, initialValues } from "./state.ts";
import type { Author, Message, World } from "./world.ts";
import { changed } from "./world.ts";

/** In one conversation. */
const mostForAll = 2000;
const mostForOne = 200;

export function postMessage(
  world: World,
  args: Pick<Message, "channel" | "team" | "text" | "blocks" | "metadata"> & {
    author?: Author;
    onlyFor?: string;
  },
): Message {
  const { author = { kind: "app" }, ...content } = args;
  const message: Message = { ...content, author, ts: newTs(world), values: new Map(), edited: false };
  world.messages.push(message);
  forgetOldestLike(world, message);
  changed(world);
  return message;
}

/** The message keeps its place, its ts and, unless others are given, its metadata; what was chosen in it survives where the ids are unchanged. */
export function replaceMessage(
  world: World,
  message: Message,
  now: Pick<Message, "text" | "blocks" | "metadata">,
): void {
  Object.assign(message, now);
  message.edited = true;
  for (const [person, values] of message.values) {
    message.values.set(person, carryValues(values, now.blocks));
  }
  changed(world);
}

export function deleteMessage(world: World, message: Message): void {
  world.messages = world.messages.filter((other) => other !== message);
  changed(world);
}

export function findMessage(world: World, args: { channel: string; ts: string }): Message | undefined {
  return world.messages.find((message) => message.channel === args.channel && message.ts === args.ts);
}

/** What a person sees in one conversation, oldest first. */
export function messagesFor(world: World, person: SeedPerson, channel: string): Message[] {
  return world.messages.filter(
    (message) =>
      message.channel === channel && (message.onlyFor === undefined || message.onlyFor === person.id),
  );
}

export function dmMessagesFor(world: World, person: SeedPerson): Message[] {
  return world.messages.filter(
    (message) =>
      isDm(message.channel) &&
      channelById(world, message.channel)?.members.includes(person.id) === true &&
      (message.onlyFor === undefined || message.onlyFor === person.id),
  );
}

/** What one person has chosen in a message's menus. */
export function messageValues(message: Message, person: string): Values {
  const values = message.values.get(person) ?? initialValues(message.blocks);
  message.values.set(person, values);
  return values;
}

/** A message of the app, as Slack shows it to the app. */
export function toMessagePayload(
  world: World,
  message: Message,
  bot: { userId: string; botId: string },
): Record<string, unknown> {
  return {
    user: bot.userId,
    type: "message",
    ts: message.ts,
    bot_id: bot.botId,
    app_id: world.seed.app.id,
    text: message.text,
    team: message.team,
    ...(message.edited && { edited: { user: bot.userId, ts: message.ts } }),
    blocks: message.blocks,
    ...(isSomething(message.metadata) && { metadata: message.metadata }),
  };
}

/** An empty object takes metadata away. */
function isSomething(metadata: Message["metadata"]): boolean {
  return metadata !== undefined && Object.keys(metadata).length > 0;
}

/** Slack forgets what only one person sees at their next reload. */
function forgetOldestLike(world: World, { channel, onlyFor }: Message): void {
  const alike = world.messages.filter((one) => one.channel === channel && one.onlyFor === onlyFor);
  const [oldest] = alike;
  const isFull = alike.length > (onlyFor === undefined ? mostForAll : mostForOne);
  if (oldest !== undefined && isFull) world.messages.splice(world.messages.indexOf(oldest), 1);
}

/** Later than the one before, even where this machine's clock was set back. */
function newTs(world: World): string {
  world.counters.ts += 1;
  const before = Number(world.messages.at(-1)?.ts.split(".")[0] ?? 0);
  const seconds = Math.max(before, Math.floor(world.now() / 1000));
  return `${seconds}.${String(world.counters.ts).padStart(6, "0")}`;
}
