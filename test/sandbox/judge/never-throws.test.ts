import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Complaint } from "../../../src/sandbox/judge/judge.ts";
import {
  judgeHome,
  judgeMessage,
  judgeModal,
  judgeOptions,
  judgeSubmissionAnswer,
} from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import { actions, element, input, message, modal, option, richSection, richText, section } from "./make.ts";
import { blocks, elements, pieces } from "./samples.ts";

const judges: [string, (payload: unknown) => Complaint[]][] = [
  ["judgeMessage", judgeMessage],
  ["judgeModal", judgeModal],
  ["judgeHome", judgeHome],
  ["judgeOptions", judgeOptions],
  ["judgeSubmissionAnswer", (payload) => judgeSubmissionAnswer(payload, ["name"])],
];

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

const line = {
  type: "line",
  series: [{ name: "A", data: [{ label: "Mon", value: 1 }] }],
  axis_config: { categories: ["Mon"] },
};
const everything = [
  ...Object.values(blocks),
  { ...blocks.data_visualization, chart: line },
  ...Object.values(elements).flatMap((inner) => [
    section({ accessory: inner }),
    actions(inner),
    input(inner),
    { ...blocks.context_actions, elements: [inner] },
  ]),
  richText(richSection(...Object.values(pieces))),
];

/** A payload for every judge at once, each of which finds its own part in it. */
const sound = (block: Json) => ({
  ...modal(block),
  ...message(block),
  options: [option()],
  response_action: "update",
  view: modal(block),
  errors: { name: "Taken." },
});

/** A payload with one place, at any depth, holding something else. */
const damaged = fc
  .tuple(
    fc.constantFrom(
      ...everything.map(sound).flatMap((payload) => places(payload).map((at) => ({ payload, at }))),
    ),
    anything,
  )
  .map(([{ payload, at }, value]) => replaced(payload, at, value));

describe.each(judges)("%s", (_, judge) => {
  it("complains of anything and throws at nothing", () => {
    fc.assert(fc.property(anything, (payload) => complainsOrPasses(judge(payload))));
  });

  it("complains of any JSON and throws at nothing", () => {
    fc.assert(fc.property(fc.jsonValue(), (payload) => complainsOrPasses(judge(payload))));
  });

  it("survives any value in any place of a payload", () => {
    fc.assert(
      fc.property(damaged, (payload) => complainsOrPasses(judge(payload))),
      { numRuns: 500 },
    );
  });

  it("survives what is no JSON", () => {
    const loop: Record<string, unknown> = {};
    loop.loop = loop;

    expect([judge(loop), judge({ text: 1n }), judge(() => {})]).toEqual(
      Array(3).fill([{ pointer: "", message: "cannot be written as JSON" }]),
    );
  });
});

it("counts options before it compares them", () => {
  const none = Array(101).fill(null);

  expect([
    judgeModal(modal(input(element("static_select", { options: none })))),
    judgeModal(modal(input(element("multi_external_select", { initial_options: none })))),
    judgeOptions({ options: none }),
  ]).toEqual(
    ["/blocks/0/element/options", "/blocks/0/element/initial_options", "/options"].map((pointer) => [
      { pointer, message: "holds 101; at most 100 fit" },
    ]),
  );
});

describe("a list of 300,000", () => {
  const many = Array(300_000).fill(0);

  it("costs one complaint where Slack names a limit", () => {
    expect([judgeOptions({ options: many }), judgeMessage({ text: "Words", blocks: many })]).toEqual([
      [{ pointer: "/options", message: "holds 300000; at most 100 fit" }],
      [{ pointer: "/blocks", message: "holds 300000; at most 50 fit" }],
    ]);
  });

  it("costs one complaint where Slack names none", () => {
    expect(judgeMessage(message(richText({ type: "rich_text_section", elements: many })))).toEqual([
      { pointer: "/blocks/0/elements/0/elements/0", message: "must be an object" },
    ]);
  });
});

function complainsOrPasses(complaints: Complaint[]): void {
  for (const { pointer, message } of complaints) {
    expect(pointer).toMatch(/^(\/.*)?$/s);
    expect(message).not.toBe("");
  }
}

function places(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function replaced(value: unknown, path: string[], by: unknown): unknown {
  const copy = structuredClone(value);
  const [last, ...before] = path.toReversed();
  if (last === undefined) return by;
  let parent = copy as Record<string, unknown>;
  for (const key of before.toReversed()) parent = parent[key] as Record<string, unknown>;
  parent[last] = by;
  return copy;
}
