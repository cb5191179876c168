import { useEffect, useRef } from "preact/hooks";
import type { Screen } from "./live/screen.ts";
import { share } from "./live/share.ts";
import type { Read } from "./unread.ts";
import { allRead, readTo, unreadIn } from "./unread.ts";

/** By person, for as long as the page is open. */
export type Reads = Map<string, Read>;

/** What this person has not read. All that is there when the page first sees a person's screen counts as read. */
export function useUnread(
  { scene, messages }: Screen,
  { reads, placeId }: { reads: Reads; placeId: string | undefined },
): { read: Read; unread: Readonly<Record<string, number>> } {
  const before = useRef<Readonly<Record<string, number>>>({});
  const { me } = scene;
  const read = reads.get(me) ?? allRead(messages);
  if (!reads.has(me)) reads.set(me, read);

  useEffect(() => {
    if (placeId !== undefined) reads.set(me, readTo(read, messages, placeId));
  });

  const unread = { ...unreadIn(messages, read, me), ...(placeId !== undefined && { [placeId]: 0 }) };
  before.current = share(before.current, unread);
  return { read, unread: before.current };
}
