import { describe, expect, it } from "vitest";
import { begun, patched } from "../../../src/sandbox/page/live/screen.ts";
import type { Patch, ShownExchange, ShownMessage, ShownView } from "../../../src/sandbox/server/protocol.ts";

describe("a screen that patches come to", () => {
  it("sorts messages by place and time, however they come", () => {
    const screen = begun(undefined, {
      messages: [message("C1", "20.1"), message("C2", "15.1"), message("C1", "10.1")],
    });

    expect(keysIn(screen.messages.C1)).toEqual(["C1/10.1", "C1/20.1"]);
    expect(keysIn(screen.messages.C2)).toEqual(["C2/15.1"]);
  });

  it("leaves every message that did not change the same object", () => {
    const before = begun(undefined, { messages: [message("C1", "10.1"), message("C1", "20.1")] });

    const after = patched(before, { messages: [message("C1", "20.1", { text: "edited" })] });

    expect(after.messages.C1?.[0]).toBe(before.messages.C1?.[0]);
    expect(after.messages.C1?.[1]).toMatchObject({ text: "edited" });
  });

  it("leaves the blocks of a message the same object when only its text changed", () => {
    const blocks = () => [{ type: "divider", block_id: "d" }];
    const before = begun(undefined, { messages: [message("C1", "10.1", { blocks: blocks() })] });

    const after = patched(before, { messages: [message("C1", "10.1", { text: "new", blocks: blocks() })] });

    expect(after.messages.C1?.[0]?.blocks).toBe(before.messages.C1?.[0]?.blocks);
  });

  it("leaves other places alone", () => {
    const before = begun(undefined, { messages: [message("C1", "10.1"), message("C2", "10.1")] });

    const after = patched(before, { messages: [message("C2", "20.1")] });

    expect(after.messages.C1).toBe(before.messages.C1);
    expect(after.messages.C2).not.toBe(before.messages.C2);
  });

  it("is the same screen after a patch that says what is already there", () => {
    const everything: Patch = {
      messages: [message("C1", "10.1")],
      stack: [view("V1")],
      home: view("V0"),
      toasts: [{ id: 1, text: "Late" }],
      exchanges: [exchange(1)],
    };
    const before = begun(undefined, everything);

    expect(patched(before, structuredClone(everything))).toBe(before);
  });

  it("takes away what is gone", () => {
    const before = begun(undefined, { messages: [message("C1", "10.1"), message("C1", "20.1")] });

    expect(keysIn(patched(before, { gone: ["C1/10.1"] }).messages.C1)).toEqual(["C1/20.1"]);
  });

  it("leaves the messages after one that is gone the same objects", () => {
    const before = begun(undefined, { messages: [message("C1", "10.1"), message("C1", "20.1")] });

    const after = patched(before, { gone: ["C1/10.1"] });

    expect(after.messages.C1?.[0]).toBe(before.messages.C1?.[1]);
  });

  it("keeps a lower modal the same object when another is opened on it", () => {
    const before = begun(undefined, { stack: [view("V1")] });

    const after = patched(before, { stack: [view("V1"), view("V2")] });

    expect(after.stack[0]).toBe(before.stack[0]);
    expect(after.stack.map(({ id }) => id)).toEqual(["V1", "V2"]);
  });

  it("keeps the modal that stays the same object when the one below it closes", () => {
    const before = begun(undefined, { stack: [view("V1"), view("V2")] });

    expect(patched(before, { stack: [view("V2")] }).stack[0]).toBe(before.stack[1]);
  });

  it("puts the answer into the exchange that waited for it", () => {
    const before = begun(undefined, { exchanges: [exchange(1, { isPending: true }), exchange(2)] });

    const after = patched(before, { exchanges: [exchange(1, { ackMs: 40 })] });

    expect(after.exchanges.map(({ id, isPending }) => [id, isPending])).toEqual([
      [1, false],
      [2, false],
    ]);
    expect(after.exchanges[1]).toBe(before.exchanges[1]);
  });

  it("keeps the newest thousand exchanges", () => {
    const all = Array.from({ length: 1005 }, (_, at) => exchange(at + 1));

    const { exchanges } = begun(undefined, { exchanges: all });

    expect([exchanges.length, exchanges[0]?.id]).toEqual([1000, 6]);
  });

  it("forgets, when the stream begins anew, what is not said again", () => {
    const before = begun(undefined, {
      messages: [message("C1", "10.1"), message("C1", "20.1")],
      exchanges: [exchange(7)],
      toasts: [{ id: 1, text: "Late" }],
    });

    const after = begun(before, { messages: [message("C1", "20.1")], exchanges: [exchange(1)] });

    expect(keysIn(after.messages.C1)).toEqual(["C1/20.1"]);
    expect(after.exchanges.map(({ id }) => id)).toEqual([1]);
    expect(after.toasts).toEqual([]);
  });

  it("says that the app has no home any more", () => {
    const before = begun(undefined, { home: view("V0") });

    expect(patched(before, { toasts: [] }).home).toBe(before.home);
    expect(patched(before, { home: null }).home).toBeNull();
  });
});

function keysIn(messages: readonly ShownMessage[] = []): string[] {
  return messages.map(({ key }) => key);
}

function message(channel: string, ts: string, more: Partial<ShownMessage> = {}): ShownMessage {
  return {
    key: `${channel}/${ts}`,
    channel,
    ts,
    at: Number(ts) * 1000,
    author: { kind: "app" },
    onlyVisibleToYou: false,
    isEdited: false,
    text: "Hello",
    blocks: [],
    values: {},
    ...more,
  };
}

function view(id: string): ShownView {
  return {
    id,
    hash: "1",
    title: "A form",
    close: "Cancel",
    isSubmitDisabled: false,
    blocks: [{ type: "divider", block_id: "d" }],
    values: {},
    errors: {},
  };
}

function exchange(id: number, more: Partial<ShownExchange> = {}): ShownExchange {
  return {
    id,
    at: 0,
    direction: "to-app",
    kind: "command",
    about: "/icp list",
    isPending: false,
    status: 200,
    ackMs: 12,
    complaints: 0,
    ...more,
  };
}
