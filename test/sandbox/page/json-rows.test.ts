import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  firstUnfolded,
  jsonRows,
  nearestPointer,
  pointersAbove,
} from "../../../src/sandbox/page/inspector/json-rows.ts";

const view = {
  type: "modal",
  title: { type: "plain_text", text: "Profile" },
  blocks: [{ type: "divider" }, { type: "input", "a/b~c": 1 }],
};

describe("a JSON document in rows", () => {
  it("shows only the whole while it is folded", () => {
    expect(jsonRows(view, new Set())).toEqual([
      {
        pointer: "",
        depth: 1,
        name: undefined,
        kind: "object",
        text: "{ 3 }",
        canUnfold: true,
        isUnfolded: false,
      },
    ]);
  });

  it("shows what is unfolded, in order, and nothing inside what is not", () => {
    const rows = jsonRows(view, new Set(["", "/blocks"]));

    expect(rows.map(({ depth, name, text }) => [depth, name, text])).toEqual([
      [1, undefined, "{ 3 }"],
      [2, "type", '"modal"'],
      [2, "title", "{ 2 }"],
      [2, "blocks", "[ 2 ]"],
      [3, "0", "{ 1 }"],
      [3, "1", "{ 2 }"],
    ]);
  });

  it("does not unfold what is empty, and says nothing as nothing", () => {
    const rows = jsonRows({ list: [], map: {}, none: null, gone: undefined }, new Set(["", "/list", "/map"]));

    expect(rows.map(({ text, canUnfold }) => [text, canUnfold]).slice(1)).toEqual([
      ["[]", false],
      ["{}", false],
      ["null", false],
      ["nothing", false],
    ]);
  });

  it("opens at first what is small", () => {
    const json = { small: { one: 1 }, large: Array.from({ length: 9 }, () => 0), leaf: "x", "a/b": { c: 1 } };

    expect(firstUnfolded(json)).toEqual(new Set(["", "/small", "/a~1b"]));
  });
});

describe("a pointer", () => {
  it("names all that it lies in, the outermost first", () => {
    expect(pointersAbove("/blocks/1/element")).toEqual(["", "/blocks", "/blocks/1"]);
    expect(pointersAbove("")).toEqual([]);
  });

  it("finds a key with slashes and tildes in it", () => {
    expect(nearestPointer(view, "/blocks/1/a~1b~0c")).toBe("/blocks/1/a~1b~0c");
  });

  it("leads to the innermost thing there is where something is missing", () => {
    expect(nearestPointer(view, "/blocks/1/element/action_id")).toBe("/blocks/1");
    expect(nearestPointer(view, "")).toBe("");
    expect(nearestPointer(view, "/submit")).toBeUndefined();
    expect(nearestPointer("not JSON", "/blocks")).toBeUndefined();
  });

  it("of every row is found again, and shown once all above it is unfolded", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (json) => {
        for (const pointer of allPointers(json)) {
          expect(nearestPointer(json, pointer)).toBe(pointer);
          const shown = jsonRows(json, new Set(pointersAbove(pointer)));
          expect(shown.map((row) => row.pointer)).toContain(pointer);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function allPointers(json: unknown): string[] {
  const unfolded = new Set<string>();
  for (let before = -1; before < unfolded.size; ) {
    before = unfolded.size;
    for (const { pointer } of jsonRows(json, unfolded)) unfolded.add(pointer);
  }
  return [...unfolded];
}
