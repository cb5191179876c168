import { describe, expect, it } from "vitest";
import { judgeHome, judgeMessage, judgeModal } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import {
  actions,
  button,
  context,
  element,
  home,
  image,
  input,
  message,
  modal,
  mrkdwn,
  option,
  options,
  plain,
  section,
  times,
} from "./make.ts";
import { blocks, elements } from "./samples.ts";

const inInput = (inner: unknown) => judgeModal(modal(input(inner)));
const choice = { options: options(2) };
const at = (field: string) => `/blocks/0/element/${field}`;

describe.each([
  { place: "an actions block", put: actions, pointer: "/blocks/0/elements/0/type", stranger: "image" },
  {
    place: "a section",
    put: (inner: Json) => section({ accessory: inner }),
    pointer: "/blocks/0/accessory/type",
    stranger: "plain_text_input",
  },
  {
    place: "an input block",
    put: (inner: Json) => input(inner),
    pointer: "/blocks/0/element/type",
    stranger: "button",
  },
  { place: "a context block", put: context, pointer: "/blocks/0/elements/0/type", stranger: "button" },
])("in $place", ({ place, put, pointer, stranger }) => {
  it("makes one complaint of an element that stands elsewhere", () => {
    expect(judgeModal(modal(put({ type: stranger, colour: "red" })))).toEqual([
      { pointer, message: `"${stranger}" may not stand in ${place}` },
    ]);
  });

  it.each(["select", "channel_select", "toString"])("never passes %s silently", (type) => {
    expect(judgeModal(modal(put({ type, action_id: "value" })))).toEqual([
      { pointer, message: `"${type}" is not covered by this judge` },
    ]);
  });
});

describe("options", () => {
  it.each(["static_select", "multi_static_select"])("takes options or groups for %s, never both", (type) => {
    const option_groups = [{ label: plain(), options: options(1) }];

    expect([
      inInput(element(type, { option_groups })),
      inInput(element(type, { ...choice, option_groups })),
      inInput(element(type)),
    ]).toEqual([
      [],
      [
        { pointer: at("option_groups"), message: "may not stand beside options" },
        { pointer: at("option_groups/0/options/0/value"), message: "is the value of an earlier option too" },
      ],
      [{ pointer: at("options"), message: "is required, or option_groups" }],
    ]);
  });

  it.each(["static_select", "multi_static_select", "checkboxes", "radio_buttons"])(
    "tells the options of %s apart by their value",
    (type) => {
      expect(inInput(element(type, { options: [option("a"), option("b"), option("a")] }))).toEqual([
        { pointer: at("options/2/value"), message: "is the value of an earlier option too" },
      ]);
    },
  );

  it("tells options apart over all groups of a select", () => {
    const option_groups = times(2, () => ({ label: plain(), options: [option("a")] }));

    expect(inInput(element("static_select", { option_groups }))).toEqual([
      { pointer: at("option_groups/1/options/0/value"), message: "is the value of an earlier option too" },
    ]);
  });

  it.each(["static_select", "multi_static_select", "external_select"])(
    "takes plain text only in %s",
    (type) => {
      const marked = option("a", { text: mrkdwn() });
      const field = {
        static_select: "options",
        multi_static_select: "options",
        external_select: "initial_option",
      }[type];

      expect(inInput(element(type, { [`${field}`]: field === "options" ? [marked] : marked }))).toEqual([
        {
          pointer: at(`${field}${field === "options" ? "/0" : ""}/text/type`),
          message: 'must be "plain_text" here',
        },
      ]);
    },
  );

  it.each(["checkboxes", "radio_buttons"])("takes mrkdwn in %s, in the description too", (type) => {
    const marked = option("a", { text: mrkdwn("*A*"), description: mrkdwn("_a_") });

    expect(inInput(element(type, { options: [marked] }))).toEqual([]);
  });

  it("lets only an overflow menu's options be links", () => {
    const linked = [option("a", { url: "https://example.com" })];

    expect([
      judgeMessage(message(actions(element("overflow", { options: linked })))),
      inInput(element("static_select", { options: linked })),
      inInput(element("checkboxes", { options: linked })),
    ]).toEqual([
      [],
      [{ pointer: at("options/0/url"), message: "is not a field here" }],
      [{ pointer: at("options/0/url"), message: "is not a field here" }],
    ]);
  });
});

describe("initial choices", () => {
  const described = option("a", { description: plain("Why") });
  const offered = { options: [described, option("b")] };
  const strangers: [string, Json][] = [
    ["value", { ...described, value: "c" }],
    ["text", { ...described, text: plain("Another") }],
    ["emoji flag", { ...described, text: { ...plain("Option a"), emoji: false } }],
    ["description", option("a", { description: plain("Why not") })],
    ["missing description", option("a")],
  ];

  it.each(["static_select", "radio_buttons"])("equals an option of %s exactly", (type) => {
    expect(inInput(element(type, { ...offered, initial_option: described }))).toEqual([]);
  });

  it.each(strangers)("may not differ from every option in its %s", (_, initial) => {
    const message = "equals none of the options exactly";

    expect([
      inInput(element("static_select", { ...offered, initial_option: initial })),
      inInput(element("radio_buttons", { ...offered, initial_option: initial })),
      inInput(element("multi_static_select", { ...offered, initial_options: [option("b"), initial] })),
      inInput(element("checkboxes", { ...offered, initial_options: [option("b"), initial] })),
    ]).toEqual([
      [{ pointer: at("initial_option"), message }],
      [{ pointer: at("initial_option"), message }],
      [{ pointer: at("initial_options/1"), message }],
      [{ pointer: at("initial_options/1"), message }],
    ]);
  });

  it("may come from any group", () => {
    const option_groups = times(2, (index) => ({ label: plain(), options: options(1, index) }));

    expect(inInput(element("static_select", { option_groups, initial_option: option("v1") }))).toEqual([]);
  });

  it("may be anything valid in an external select", () => {
    expect([
      inInput(element("external_select", { initial_option: described })),
      inInput(element("multi_external_select", { initial_options: [described, option("b")] })),
      inInput(element("external_select", { initial_option: { value: "a" } })),
    ]).toEqual([[], [], [{ pointer: at("initial_option/text"), message: "is required" }]]);
  });

  it.each([
    ["multi_static_select", "initial_options", { ...offered, initial_options: [option("b"), option("b")] }],
    ["checkboxes", "initial_options", { ...offered, initial_options: [option("b"), option("b")] }],
    ["multi_external_select", "initial_options", { initial_options: [option("b"), option("b")] }],
    ["multi_users_select", "initial_users", { initial_users: ["U1", "U1"] }],
    ["multi_conversations_select", "initial_conversations", { initial_conversations: ["C1", "C1"] }],
    ["multi_channels_select", "initial_channels", { initial_channels: ["C1", "C1"] }],
  ])("are made once in %s", (type, field, more) => {
    expect(inInput(element(type, more))).toEqual([
      { pointer: at(`${field}/1`), message: "is chosen already" },
    ]);
  });

  it.each([
    ["multi_static_select", "initial_options", { options: options(2), initial_options: options(2) }],
    ["multi_external_select", "initial_options", { initial_options: options(2) }],
    ["multi_users_select", "initial_users", { initial_users: ["U1", "U2"] }],
    ["multi_conversations_select", "initial_conversations", { initial_conversations: ["C1", "C2"] }],
    ["multi_channels_select", "initial_channels", { initial_channels: ["C1", "C2"] }],
  ])("are no more than max_selected_items in %s", (type, field, more) => {
    expect([
      inInput(element(type, { ...more, max_selected_items: 2 })),
      inInput(element(type, { ...more, max_selected_items: 1 })),
    ]).toEqual([[], [{ pointer: at(field), message: "holds 2; max_selected_items is 1" }]]);
  });
});

describe("inputs", () => {
  it("refuses a first text longer than max_length, which would kill the view", () => {
    const typed = (initial_value: string) =>
      inInput(element("plain_text_input", { initial_value, max_length: 4 }));

    expect([typed("four"), typed("fifth")]).toEqual([
      [],
      [{ pointer: at("initial_value"), message: "is 5 long; max_length is 4" }],
    ]);
  });

  it("refuses a min_length above max_length", () => {
    const between = (min_length: number) =>
      inInput(element("plain_text_input", { min_length, max_length: 4 }));

    expect([between(4), between(5)]).toEqual([
      [],
      [{ pointer: at("min_length"), message: "is more than max_length, 4" }],
    ]);
  });

  it("refuses min_lines above max_lines", () => {
    const between = (min_lines: number) => inInput(element("rich_text_input", { min_lines, max_lines: 4 }));

    expect([between(4), between(5)]).toEqual([
      [],
      [{ pointer: at("min_lines"), message: "is more than max_lines, 4" }],
    ]);
  });

  it("starts a rich_text_input from rich text only", () => {
    expect(inInput(element("rich_text_input", { initial_value: "Words" }))).toEqual([
      { pointer: at("initial_value"), message: "must be an object" },
    ]);
  });

  it("must be told whether decimals are allowed", () => {
    expect(inInput(element("number_input"))).toEqual([
      { pointer: at("is_decimal_allowed"), message: "is required" },
    ]);
  });

  const number = (more: Json) => inInput(element("number_input", { is_decimal_allowed: true, ...more }));

  it.each(["initial_value", "min_value", "max_value"])(
    "takes %s as a string that holds a number",
    (field) => {
      const message = "must be a number, written as a string";

      expect([
        number({ [field]: "-0.5" }),
        number({ [field]: 5 }),
        number({ [field]: "five" }),
        number({ [field]: "0,7" }),
        number({ [field]: "" }),
      ]).toEqual([
        [],
        [{ pointer: at(field), message: "must be a string" }],
        [{ pointer: at(field), message }],
        [{ pointer: at(field), message }],
        [{ pointer: at(field), message }],
      ]);
    },
  );

  it.each(["initial_value", "min_value", "max_value"])(
    "takes %s whole when decimals are not allowed",
    (field) => {
      expect([
        number({ is_decimal_allowed: false, [field]: "7" }),
        number({ is_decimal_allowed: false, [field]: "0.7" }),
      ]).toEqual([[], [{ pointer: at(field), message: "must be whole: is_decimal_allowed is false" }]]);
    },
  );

  it("compares a first number with its bounds as numbers", () => {
    const bounded = (initial_value: string) => number({ initial_value, min_value: "9", max_value: "10" });

    expect([bounded("9"), bounded("9.5"), bounded("10"), bounded("8.9"), bounded("10.1")]).toEqual([
      [],
      [],
      [],
      [{ pointer: at("initial_value"), message: "is less than min_value, 9" }],
      [{ pointer: at("initial_value"), message: "is more than max_value, 10" }],
    ]);
  });

  it("refuses a min_value above max_value", () => {
    expect(number({ min_value: "10", max_value: "9" })).toEqual([
      { pointer: at("min_value"), message: "is more than max_value, 9" },
    ]);
  });

  it("knows the calendar and the clock", () => {
    expect([
      inInput(element("datepicker", { initial_date: "2026-02-29" })),
      inInput(element("timepicker", { initial_time: "24:00" })),
      inInput(element("timepicker", { initial_time: "9:05" })),
    ]).toEqual([
      [{ pointer: at("initial_date"), message: "must be a date as YYYY-MM-DD" }],
      [{ pointer: at("initial_time"), message: "must be a time as HH:mm" }],
      [{ pointer: at("initial_time"), message: "must be a time as HH:mm" }],
    ]);
  });

  it("dispatches on the two events Slack knows", () => {
    const dispatching = (...trigger_actions_on: string[]) =>
      inInput(
        element("number_input", { is_decimal_allowed: true, dispatch_action_config: { trigger_actions_on } }),
      );

    expect([dispatching("on_enter_pressed", "on_character_entered"), dispatching("on_blur")]).toEqual([
      [],
      [
        {
          pointer: at("dispatch_action_config/trigger_actions_on/0"),
          message: 'must be "on_enter_pressed" or "on_character_entered"',
        },
      ],
    ]);
  });
});

describe("buttons and dialogs", () => {
  it("takes the two styles of a button", () => {
    const styled = (style: string) => judgeMessage(message(actions(button({ style }))));

    expect([styled("primary"), styled("danger"), styled("default")]).toEqual([
      [],
      [],
      [{ pointer: "/blocks/0/elements/0/style", message: 'must be "primary" or "danger"' }],
    ]);
  });

  it.each(["", "example.com", "a b"])("refuses %j as a button's url", (url) => {
    expect(judgeMessage(message(actions(button({ url }))))).toEqual([
      { pointer: "/blocks/0/elements/0/url", message: "must be a URL" },
    ]);
  });

  it("knows one icon", () => {
    const judged = (icon: string) =>
      judgeMessage(message({ ...blocks.context_actions, elements: [{ ...elements.icon_button, icon }] }));

    expect([judged("trash"), judged("pencil")]).toEqual([
      [],
      [{ pointer: "/blocks/0/elements/0/icon", message: 'must be "trash"' }],
    ]);
  });

  it("needs both feedback buttons, each with a text and a value", () => {
    const buttons = { type: "feedback_buttons", action_id: "f", positive_button: {} };

    expect(judgeMessage(message({ ...blocks.context_actions, elements: [buttons] }))).toEqual(
      ["positive_button/text", "positive_button/value", "negative_button"].map((field) => ({
        pointer: `/blocks/0/elements/0/${field}`,
        message: "is required",
      })),
    );
  });

  it("points at the parameter of a workflow that is wrong", () => {
    const workflow = {
      trigger: { url: "https://example.com", customizable_input_parameters: [{ name: "n", value: 7 }] },
    };

    expect(judgeMessage(message(actions({ ...elements.workflow_button, workflow })))).toEqual([
      {
        pointer: "/blocks/0/elements/0/workflow/trigger/customizable_input_parameters/0/value",
        message: "must be a string",
      },
    ]);
  });

  it("needs all four texts of a confirm", () => {
    expect(judgeMessage(message(section({ accessory: button({ confirm: {} }) })))).toEqual(
      ["title", "text", "confirm", "deny"].map((field) => ({
        pointer: `/blocks/0/accessory/confirm/${field}`,
        message: "is required",
      })),
    );
  });

  it("needs an action_id on every interactive element", () => {
    expect(judgeMessage(message(actions({ type: "button", text: plain() })))).toEqual([
      { pointer: "/blocks/0/elements/0/action_id", message: "is required" },
    ]);
  });
});

describe("images", () => {
  it.each([
    ["an image block", (more: Json) => image({ image_url: undefined, ...more }), "/blocks/0"],
    [
      "an image element",
      (more: Json) => context({ type: "image", alt_text: "A", ...more }),
      "/blocks/0/elements/0",
    ],
  ])("gives %s exactly one source", (_, make, pointer) => {
    const image_url = "https://example.com/a.png";
    const judged = (more: Json) => judgeMessage(message(make(more)));

    expect([
      judged({ image_url }),
      judged({ slack_file: { id: "F1" } }),
      judged({ slack_file: { url: image_url } }),
      judged({}),
      judged({ image_url, slack_file: { id: "F1" } }),
      judged({ slack_file: { id: "F1", url: image_url } }),
    ]).toEqual([
      [],
      [],
      [],
      [{ pointer: `${pointer}/image_url`, message: "is required, or slack_file" }],
      [{ pointer: `${pointer}/slack_file`, message: "may not stand beside image_url" }],
      [{ pointer: `${pointer}/slack_file/url`, message: "may not stand beside id" }],
    ]);
  });
});

describe("a response URL", () => {
  const select = (type: string) => element(type, { response_url_enabled: true });
  const message_ = "works only in an input block of a modal";

  it.each(["conversations_select", "channels_select"])(
    "is asked for by %s in a modal's input only",
    (type) => {
      expect([
        judgeModal(modal(input(select(type)))),
        judgeModal(modal(actions(select(type)))),
        judgeHome(home(input(select(type)))),
        judgeMessage(message(section({ accessory: select(type) }))),
      ]).toEqual([
        [],
        [{ pointer: "/blocks/0/elements/0/response_url_enabled", message: message_ }],
        [{ pointer: "/blocks/0/element/response_url_enabled", message: message_ }],
        [{ pointer: "/blocks/0/accessory/response_url_enabled", message: message_ }],
      ]);
    },
  );
});
