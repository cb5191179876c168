import { expect, it } from "vitest";
import { logRows } from "../../../src/sandbox/page/place/log-rows.ts";
import type { ShownMessage } from "../../../src/sandbox/server/protocol.ts";

const minute = 60_000;
const noon = new Date(2026, 4, 4, 12).getTime();
const ana = { kind: "person", id: "U0ANA" } as const;
const ben = { kind: "person", id: "U0BEN" } as const;

it("puts a line before each day", () => {
  const rows = drawn([
    message(noon, ana),
    message(noon + minute, ben),
    message(noon + 24 * 60 * minute, ben),
  ]);

  expect(rows).toEqual(["day", "message", "message", "day", "message"]);
});

it("runs together what one person says within five minutes", () => {
  const rows = drawn([
    message(noon, ana),
    message(noon + minute, ana),
    message(noon + 2 * minute, ben),
    message(noon + 8 * minute, ben),
  ]);

  expect(rows).toEqual(["day", "message", "follow-up", "message", "message"]);
});

it("lets each message that only you see stand alone", () => {
  const app = { kind: "app" } as const;
  const rows = drawn([
    message(noon, app),
    message(noon, app, { onlyVisibleToYou: true }),
    message(noon, app, { onlyVisibleToYou: true }),
  ]);

  expect(rows).toEqual(["day", "message", "message", "message"]);
});

it("puts one line before the first that was new, which begins anew with its author", () => {
  const messages = [message(noon, ana), message(noon + minute, ana), message(noon + 2 * minute, ana)];

  expect(drawn(messages, messages[1]?.key)).toEqual(["day", "message", "new", "message", "follow-up"]);
});

it("is empty for an empty place", () => {
  expect(logRows([], undefined)).toEqual([]);
});

function drawn(messages: ShownMessage[], firstNew?: string): string[] {
  return logRows(messages, firstNew).map((row) =>
    row.kind === "message" && row.isFollowUp ? "follow-up" : row.kind,
  );
}

let count = 0;

function message(at: number, author: ShownMessage["author"], more: Partial<ShownMessage> = {}): ShownMessage {
  count += 1;
  const ts = `${at / 1000}.${String(count).padStart(6, "0")}`;
  return {
    key: `C1/${ts}`,
    channel: "C1",
    ts,
    at,
    author,
    onlyVisibleToYou: false,
    isEdited: false,
    text: "Hello",
    blocks: [],
    values: {},
    ...more,
  };
}
