import { expect, it } from "vitest";
import { allRead, readTo, unreadIn } from "../../../src/sandbox/page/unread.ts";
import type { ShownMessage } from "../../../src/sandbox/server/protocol.ts";

const me = "U0ANA";

it("counts nothing of what was there at first", () => {
  const messages = { C1: [by("U0BEN", "10.1")], C2: [] };

  expect(unreadIn(messages, allRead(messages), me)).toEqual({ C1: 0, C2: 0 });
});

it("counts what others and the app wrote since, not one's own words", () => {
  const read = allRead({ C1: [by("U0BEN", "10.1")] });
  const messages = {
    C1: [by("U0BEN", "10.1"), by(me, "11.1"), by("U0BEN", "12.1"), by("app", "13.1")],
    C2: [by("U0BEN", "9.1")],
  };

  expect(unreadIn(messages, read, me)).toEqual({ C1: 2, C2: 1 });
});

it("counts nothing once the place was read, and leaves the other places", () => {
  const messages = { C1: [by("U0BEN", "10.1")], C2: [by("U0BEN", "10.1")] };

  const read = readTo({}, messages, "C1");

  expect(unreadIn(messages, read, me)).toEqual({ C1: 0, C2: 1 });
  expect(readTo(read, messages, "C1")).toBe(read);
});

it("does not count again what was read when the last of it is deleted", () => {
  const read = readTo({}, { C1: [by("U0BEN", "10.1"), by("U0BEN", "11.1")] }, "C1");

  const left = { C1: [by("U0BEN", "10.1")] };

  expect(unreadIn(left, readTo(read, left, "C1"), me)).toEqual({ C1: 0 });
});

function by(author: string, ts: string): ShownMessage {
  return {
    key: `C1/${ts}`,
    channel: "C1",
    ts,
    at: 0,
    author: author === "app" ? { kind: "app" } : { kind: "person", id: author },
    onlyVisibleToYou: false,
    isEdited: false,
    text: "Hello",
    blocks: [],
    values: {},
  };
}
