import { describe, expect, it } from "vitest";
import { judgeOptions, judgeSubmissionAnswer } from "../../../src/sandbox/judge/judge.ts";
import { element, input, modal, option, options, plain, section, times } from "./make.ts";

describe("an answer to a type-ahead", () => {
  it("holds options or groups of them", () => {
    expect([
      judgeOptions({ options: options(2) }),
      judgeOptions({ option_groups: [{ label: plain(), options: options(2) }] }),
    ]).toEqual([[], []]);
  });

  it.each(["options", "option_groups"])("is never empty in its %s", (field) => {
    expect(judgeOptions({ [field]: [] })).toEqual([
      { pointer: `/${field}`, message: "an empty answer leaves the previous one standing" },
    ]);
  });

  it("holds one of the two", () => {
    expect([
      judgeOptions({}),
      judgeOptions({ options: [option("a")], option_groups: [{ label: plain(), options: [option("b")] }] }),
    ]).toEqual([
      [{ pointer: "/options", message: "is required, or option_groups" }],
      [{ pointer: "/option_groups", message: "may not stand beside options" }],
    ]);
  });

  it("tells its options apart by their value, over all groups", () => {
    const option_groups = times(2, () => ({ label: plain(), options: [option("a")] }));

    expect([judgeOptions({ options: [option("a"), option("a")] }), judgeOptions({ option_groups })]).toEqual([
      [{ pointer: "/options/1/value", message: "is the value of an earlier option too" }],
      [{ pointer: "/option_groups/1/options/0/value", message: "is the value of an earlier option too" }],
    ]);
  });
});

describe("an answer to a submission", () => {
  it.each([undefined, "", {}])("closes the view with %j", (answer) => {
    expect(judgeSubmissionAnswer(answer, [])).toEqual([]);
  });

  it("clears the stack", () => {
    expect(judgeSubmissionAnswer({ response_action: "clear" }, [])).toEqual([]);
  });

  it("names errors by input blocks of the submitted view", () => {
    const errors = { name: "Taken.", "head/er": "Taken." };

    expect(judgeSubmissionAnswer({ response_action: "errors", errors }, ["name", "limit"])).toEqual([
      { pointer: "/errors/head~1er", message: "is no input block of the submitted view" },
    ]);
  });

  it("says each error in words", () => {
    const errors = { name: "", limit: 7, active: "Tick it." };

    expect(judgeSubmissionAnswer({ response_action: "errors", errors }, ["name", "limit", "active"])).toEqual(
      [
        { pointer: "/errors/name", message: "must be a sentence" },
        { pointer: "/errors/limit", message: "must be a sentence" },
      ],
    );
  });

  it("has errors when it says so", () => {
    expect([
      judgeSubmissionAnswer({ response_action: "errors", errors: {} }, ["name"]),
      judgeSubmissionAnswer({ response_action: "errors" }, ["name"]),
    ]).toEqual([
      [{ pointer: "/errors", message: "must name at least one input block" }],
      [{ pointer: "/errors", message: "is required" }],
    ]);
  });

  it.each(["update", "push"])("judges the view of an %s as a modal", (response_action) => {
    const field = input(element("plain_text_input", { initial_value: "fifth", max_length: 4 }));
    const view = { ...modal(section(), field), submit: undefined };

    expect([
      judgeSubmissionAnswer({ response_action, view: modal(section()) }, []),
      judgeSubmissionAnswer({ response_action, view }, []),
      judgeSubmissionAnswer({ response_action }, []),
    ]).toEqual([
      [],
      [
        { pointer: "/view/blocks/1/element/initial_value", message: "is 5 long; max_length is 4" },
        { pointer: "/view/submit", message: "is required when there is an input block" },
      ],
      [{ pointer: "/view", message: "is required" }],
    ]);
  });

  it("refuses any other answer", () => {
    expect([
      judgeSubmissionAnswer({ response_action: "close" }, []),
      judgeSubmissionAnswer({ text: "Saved" }, []),
      judgeSubmissionAnswer({ response_action: "clear", errors: {} }, []),
      judgeSubmissionAnswer("Saved", []),
    ]).toEqual([
      [{ pointer: "/response_action", message: 'must be "update" or "push" or "clear" or "errors"' }],
      [{ pointer: "/response_action", message: "is required" }],
      [
        { pointer: "/errors", message: "is not a field here" },
        { pointer: "/errors", message: "must name at least one input block" },
      ],
      [{ pointer: "", message: "must be an object" }],
    ]);
  });
});
