import type { ShownMessage } from "../server/protocol.ts";

type Messages = Readonly<Record<string, readonly ShownMessage[]>>;

/** Channel → the ts up to which somebody has read. */
export type Read = Readonly<Record<string, string>>;

/** Everything there is counts as read. */
export function allRead(messages: Messages): Read {
  return Object.fromEntries(Object.keys(messages).map((channel) => [channel, lastTs(messages, channel)]));
}

/** The same object where nothing new was read. */
export function readTo(read: Read, messages: Messages, channel: string): Read {
  const ts = lastTs(messages, channel);
  return (read[channel] ?? "") >= ts ? read : { ...read, [channel]: ts };
}

/** How many messages of others in each channel came after what was read. */
export function unreadIn(messages: Messages, read: Read, me: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(messages).map(([channel, all]) => [
      channel,
      all.filter((message) => message.ts > (read[channel] ?? "") && !isBy(message, me)).length,
    ]),
  );
}

export function isBy({ author }: ShownMessage, person: string): boolean {
  return author.kind === "person" && author.id === person;
}

function lastTs(messages: Messages, channel: string): string {
  return messages[channel]?.at(-1)?.ts ?? "";
}
