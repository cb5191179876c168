import { describe, expect, it } from "vitest";
import type { Edits, Place } from "../../../src/sandbox/page/kit/edits.ts";
import {
  allValues,
  noEdits,
  placesIn,
  survivors,
  toldAll,
  valueAt,
  withEdit,
} from "../../../src/sandbox/page/kit/edits.ts";

function input(blockId: string, element: Record<string, unknown> = {}) {
  return {
    type: "input",
    block_id: blockId,
    element: { type: "plain_text_input", action_id: "value", ...element },
  };
}

function typed(value: string | null) {
  return { type: "plain_text_input", value };
}

function type(edits: Edits, place: Place, text: string, values = {}): Edits {
  return withEdit(edits, values, { place, value: typed(text) });
}

function placeIn(...blocks: unknown[]): Place {
  const [place] = placesIn(blocks);
  if (place === undefined) throw new Error("no place");
  return place;
}

const name = placeIn(input("name"));

describe("what was typed", () => {
  const before = type(noEdits, name, "Fintech");

  it("survives a redraw that keeps block_id, action_id and type", () => {
    const after = placesIn([{ type: "section" }, input("name", { placeholder: "new" })]);
    expect(allValues(after, {}, survivors(before, after, {}))).toEqual({ name: { value: typed("Fintech") } });
  });

  it.each([
    ["block_id", input("name2")],
    ["action_id", input("name", { action_id: "value2" })],
    ["type", input("name", { type: "email_text_input" })],
  ])("is gone after a redraw with another %s, and does not come back", (_what, block) => {
    const left = survivors(before, placesIn([block]), {});
    expect(left.size).toBe(0);
    expect(valueAt(name, {}, survivors(left, [name], {}))).toEqual(typed(null));
  });

  it("wins over an initial value that comes later", () => {
    const after = placeIn(input("name", { initial_value: "Other" }));
    expect(valueAt(after, { name: { value: typed(null) } }, survivors(before, [after], {}))).toEqual(
      typed("Fintech"),
    );
  });

  it("stays while the server says again what it was told", () => {
    const told = toldAll(type(noEdits, name, "Fin"));
    const longer = type(told, name, "Fintech");
    const left = survivors(longer, [name], { name: { value: typed("Fin") } });
    expect(valueAt(name, { name: { value: typed("Fin") } }, left)).toEqual(typed("Fintech"));
  });

  it("gives way to what somebody else entered since", () => {
    const values = { name: { value: typed("By curl") } };
    expect(valueAt(name, values, survivors(before, [name], values))).toEqual(typed("By curl"));
  });
});

it("finds every element that holds something, wherever it stands", () => {
  const select = { type: "static_select", action_id: "s" };
  const blocks = [
    input("a"),
    { type: "section", block_id: "b", accessory: select },
    { type: "actions", block_id: "c", elements: [{ type: "button", action_id: "x" }, select] },
    { type: "container", block_id: "d", child_blocks: [input("e")] },
    { type: "context", block_id: "f", elements: [{ type: "mrkdwn", text: "words" }] },
    { type: "section", block_id: "g", accessory: { type: "overflow", action_id: "o" } },
  ];
  expect(placesIn(blocks).map(({ blockId }) => blockId)).toEqual(["a", "b", "c", "e"]);
});

it("starts from what the payload says, until the server knows better", () => {
  const place = placeIn(input("name", { initial_value: "First" }));
  expect(valueAt(place, {}, noEdits)).toEqual(typed("First"));
  expect(valueAt(place, { name: { value: typed("Second") } }, noEdits)).toEqual(typed("Second"));
});

it("holds an empty list for a menu of several", () => {
  const place = placeIn(input("m", { type: "multi_users_select" }));
  expect(valueAt(place, {}, noEdits)).toEqual({ type: "multi_users_select", selected_users: [] });
});
