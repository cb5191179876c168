import type { ShownMessage } from "../../server/protocol.ts";

export type LogRow =
  | { kind: "day"; key: string; at: number }
  | { kind: "new"; key: string }
  | { kind: "message"; key: string; message: ShownMessage; isFollowUp: boolean };

const closeTogetherMs = 5 * 60_000;

/** The messages of a place with a line before each day and one before the first that was new. */
export function logRows(messages: readonly ShownMessage[], firstNew: string | undefined): LogRow[] {
  const rows: LogRow[] = [];
  let previous: ShownMessage | undefined;
  for (const message of messages) {
    const startsDay = previous === undefined || dayOf(previous) !== dayOf(message);
    if (startsDay) rows.push({ kind: "day", key: `day ${dayOf(message)}`, at: message.at });
    const startsNew = message.key === firstNew;
    if (startsNew) rows.push({ kind: "new", key: "new" });
    const isFollowUp = !startsDay && !startsNew && previous !== undefined && follows(previous, message);
    rows.push({ kind: "message", key: message.key, message, isFollowUp });
    previous = message;
  }
  return rows;
}

function follows(before: ShownMessage, next: ShownMessage): boolean {
  const [one, other] = [before.author, next.author];
  const isSame =
    one.kind === "person" ? other.kind === "person" && one.id === other.id : other.kind === "app";
  const isPrivate = before.onlyVisibleToYou || next.onlyVisibleToYou;
  return isSame && !isPrivate && next.at - before.at < closeTogetherMs;
}

function dayOf({ at }: ShownMessage): string {
  return new Date(at).toDateString();
}
