import { expect, it } from "vitest";
import { judgeHome, judgeMessage, judgeModal, judgeOptions } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import {
  actions,
  button,
  context,
  dividers,
  element,
  home,
  image,
  input,
  long,
  message,
  modal,
  mrkdwn,
  option,
  options,
  plain,
  richSection,
  richText,
  section,
  times,
} from "./make.ts";
import type { Empty, Limit } from "./replay.ts";
import { replayCounts, replayEmpties, replayLeast, replayLengths, replayMost } from "./replay.ts";

const url = (size: number) => "https://example.com/🔥".padEnd(size, "x");
const inMessage = (block: unknown) => judgeMessage(message(block));
const inModal = (block: unknown) => judgeModal(modal(block));
const inInput = (inner: unknown) => inModal(input(inner));
const withConfirm = (more: Json) =>
  inMessage(
    actions(button({ confirm: { title: plain(), text: plain(), confirm: plain(), deny: plain(), ...more } })),
  );

const lengths: Limit[] = [
  {
    of: "a message's text",
    at: 4000,
    pointer: "/text",
    replay: (size) => judgeMessage({ text: long(size) }),
  },
  {
    of: "a modal's title",
    at: 24,
    pointer: "/title/text",
    replay: (size) => judgeModal({ ...modal(section()), title: plain(long(size)) }),
  },
  {
    of: "a modal's submit",
    at: 24,
    pointer: "/submit/text",
    replay: (size) => judgeModal({ ...modal(section()), submit: plain(long(size)) }),
  },
  {
    of: "a modal's close",
    at: 24,
    pointer: "/close/text",
    replay: (size) => judgeModal({ ...modal(section()), close: plain(long(size)) }),
  },
  {
    of: "private_metadata",
    at: 3000,
    pointer: "/private_metadata",
    replay: (size) => judgeModal({ ...modal(section()), private_metadata: long(size) }),
  },
  {
    of: "a modal's callback_id",
    at: 255,
    pointer: "/callback_id",
    replay: (size) => judgeModal({ ...modal(section()), callback_id: long(size) }),
  },
  {
    of: "a modal's external_id",
    at: 255,
    pointer: "/external_id",
    replay: (size) => judgeModal({ ...modal(section()), external_id: long(size) }),
  },
  {
    of: "a home's private_metadata",
    at: 3000,
    pointer: "/private_metadata",
    replay: (size) => judgeHome({ ...home(section()), private_metadata: long(size) }),
  },
  {
    of: "a home's callback_id",
    at: 255,
    pointer: "/callback_id",
    replay: (size) => judgeHome({ ...home(section()), callback_id: long(size) }),
  },
  {
    of: "a home's external_id",
    at: 255,
    pointer: "/external_id",
    replay: (size) => judgeHome({ ...home(section()), external_id: long(size) }),
  },
  {
    of: "a block_id",
    at: 255,
    pointer: "/blocks/0/block_id",
    replay: (size) => inMessage(section({ block_id: long(size) })),
  },
  {
    of: "an action_id",
    at: 255,
    pointer: "/blocks/0/elements/0/action_id",
    replay: (size) => inMessage(actions(button({ action_id: long(size) }))),
  },
  {
    of: "a section's plain text",
    at: 3000,
    pointer: "/blocks/0/text/text",
    replay: (size) => inMessage(section({ text: plain(long(size)) })),
  },
  {
    of: "a section's mrkdwn text",
    at: 3000,
    pointer: "/blocks/0/text/text",
    replay: (size) => inMessage(section({ text: mrkdwn(long(size)) })),
  },
  {
    of: "a section's field",
    at: 2000,
    pointer: "/blocks/0/fields/0/text",
    replay: (size) => inMessage(section({ fields: [mrkdwn(long(size))] })),
  },
  {
    of: "a context's text",
    at: 3000,
    pointer: "/blocks/0/elements/0/text",
    replay: (size) => inMessage(context(plain(long(size)))),
  },
  {
    of: "a context's mrkdwn",
    at: 3000,
    pointer: "/blocks/0/elements/0/text",
    replay: (size) => inMessage(context(mrkdwn(long(size)))),
  },
  {
    of: "a header",
    at: 150,
    pointer: "/blocks/0/text/text",
    replay: (size) => inMessage({ type: "header", block_id: "h", text: plain(long(size)) }),
  },
  {
    of: "an image block's alt_text",
    at: 2000,
    pointer: "/blocks/0/alt_text",
    replay: (size) => inMessage(image({ alt_text: long(size) })),
  },
  {
    of: "an image block's title",
    at: 2000,
    pointer: "/blocks/0/title/text",
    replay: (size) => inMessage(image({ title: plain(long(size)) })),
  },
  {
    of: "an image block's image_url",
    at: 3000,
    pointer: "/blocks/0/image_url",
    replay: (size) => inMessage(image({ image_url: url(size) })),
  },
  {
    of: "an input's label",
    at: 2000,
    pointer: "/blocks/0/label/text",
    replay: (size) => inModal(input(element("datepicker"), { label: plain(long(size)) })),
  },
  {
    of: "an input's hint",
    at: 2000,
    pointer: "/blocks/0/hint/text",
    replay: (size) => inModal(input(element("datepicker"), { hint: plain(long(size)) })),
  },
  {
    of: "a button's text",
    at: 75,
    pointer: "/blocks/0/elements/0/text/text",
    replay: (size) => inMessage(actions(button({ text: plain(long(size)) }))),
  },
  {
    of: "a button's value",
    at: 2000,
    pointer: "/blocks/0/elements/0/value",
    replay: (size) => inMessage(actions(button({ value: long(size) }))),
  },
  {
    of: "a button's url",
    at: 3000,
    pointer: "/blocks/0/elements/0/url",
    replay: (size) => inMessage(actions(button({ url: url(size) }))),
  },
  {
    of: "a button's accessibility_label",
    at: 75,
    pointer: "/blocks/0/elements/0/accessibility_label",
    replay: (size) => inMessage(actions(button({ accessibility_label: long(size) }))),
  },
  {
    of: "a confirm's title",
    at: 100,
    pointer: "/blocks/0/elements/0/confirm/title/text",
    replay: (size) => withConfirm({ title: plain(long(size)) }),
  },
  {
    of: "a confirm's text",
    at: 300,
    pointer: "/blocks/0/elements/0/confirm/text/text",
    replay: (size) => withConfirm({ text: mrkdwn(long(size)) }),
  },
  {
    of: "a confirm's confirm",
    at: 30,
    pointer: "/blocks/0/elements/0/confirm/confirm/text",
    replay: (size) => withConfirm({ confirm: plain(long(size)) }),
  },
  {
    of: "a confirm's deny",
    at: 30,
    pointer: "/blocks/0/elements/0/confirm/deny/text",
    replay: (size) => withConfirm({ deny: plain(long(size)) }),
  },
  {
    of: "an option's text",
    at: 75,
    pointer: "/blocks/0/element/options/0/text/text",
    replay: (size) =>
      inInput(element("static_select", { options: [option("a", { text: plain(long(size)) })] })),
  },
  {
    of: "an option's value",
    at: 150,
    pointer: "/blocks/0/element/options/0/value",
    replay: (size) => inInput(element("static_select", { options: [option(long(size), { text: plain() })] })),
  },
  {
    of: "an option's description",
    at: 75,
    pointer: "/blocks/0/element/options/0/description/text",
    replay: (size) =>
      inInput(element("static_select", { options: [option("a", { description: plain(long(size)) })] })),
  },
  {
    of: "a checkbox's text",
    at: 75,
    pointer: "/blocks/0/element/options/0/text/text",
    replay: (size) =>
      inInput(element("checkboxes", { options: [option("a", { text: mrkdwn(long(size)) })] })),
  },
  {
    of: "a checkbox's description",
    at: 75,
    pointer: "/blocks/0/element/options/0/description/text",
    replay: (size) =>
      inInput(element("checkboxes", { options: [option("a", { description: mrkdwn(long(size)) })] })),
  },
  {
    of: "an overflow option's url",
    at: 3000,
    pointer: "/blocks/0/elements/0/options/0/url",
    replay: (size) => inMessage(actions(element("overflow", { options: [option("a", { url: url(size) })] }))),
  },
  {
    of: "an option group's label",
    at: 75,
    pointer: "/blocks/0/element/option_groups/0/label/text",
    replay: (size) =>
      inInput(
        element("static_select", { option_groups: [{ label: plain(long(size)), options: options(1) }] }),
      ),
  },
  {
    of: "a placeholder",
    at: 150,
    pointer: "/blocks/0/element/placeholder/text",
    replay: (size) => inInput(element("external_select", { placeholder: plain(long(size)) })),
  },
  {
    of: "an answered option's text",
    at: 75,
    pointer: "/options/0/text/text",
    replay: (size) => judgeOptions({ options: [option("a", { text: plain(long(size)) })] }),
  },
  {
    of: "an answered group's label",
    at: 75,
    pointer: "/option_groups/0/label/text",
    replay: (size) => judgeOptions({ option_groups: [{ label: plain(long(size)), options: options(1) }] }),
  },
];

replayLengths(lengths);

const counts: Limit[] = [
  {
    of: "blocks in a message",
    at: 50,
    pointer: "/blocks",
    replay: (size) => judgeMessage(message(...dividers(size))),
  },
  {
    of: "blocks in a modal",
    at: 100,
    pointer: "/blocks",
    replay: (size) => judgeModal(modal(...dividers(size))),
  },
  {
    of: "blocks in a home",
    at: 100,
    pointer: "/blocks",
    replay: (size) => judgeHome(home(...dividers(size))),
  },
  {
    of: "fields of a section",
    at: 10,
    pointer: "/blocks/0/fields",
    replay: (size) => inMessage(section({ fields: times(size, () => plain()) })),
  },
  {
    of: "elements of an actions block",
    at: 25,
    pointer: "/blocks/0/elements",
    replay: (size) => inMessage(actions(...times(size, (index) => button({ action_id: `press-${index}` })))),
  },
  {
    of: "elements of a context block",
    at: 10,
    pointer: "/blocks/0/elements",
    replay: (size) => inMessage(context(...times(size, () => plain()))),
  },
  {
    of: "options of a static_select",
    at: 100,
    pointer: "/blocks/0/element/options",
    replay: (size) => inInput(element("static_select", { options: options(size) })),
  },
  {
    of: "options of a multi_static_select",
    at: 100,
    pointer: "/blocks/0/element/options",
    replay: (size) => inInput(element("multi_static_select", { options: options(size) })),
  },
  {
    of: "option groups",
    at: 100,
    pointer: "/blocks/0/element/option_groups",
    replay: (size) =>
      inInput(
        element("static_select", {
          option_groups: times(size, (index) => ({ label: plain(), options: options(1, index) })),
        }),
      ),
  },
  {
    of: "options of a group",
    at: 100,
    pointer: "/blocks/0/element/option_groups/0/options",
    replay: (size) =>
      inInput(element("static_select", { option_groups: [{ label: plain(), options: options(size) }] })),
  },
  {
    of: "checkboxes",
    at: 10,
    pointer: "/blocks/0/element/options",
    replay: (size) => inInput(element("checkboxes", { options: options(size) })),
  },
  {
    of: "radio buttons",
    at: 10,
    pointer: "/blocks/0/element/options",
    replay: (size) => inInput(element("radio_buttons", { options: options(size) })),
  },
  {
    of: "overflow options",
    at: 5,
    pointer: "/blocks/0/accessory/options",
    replay: (size) => inMessage(section({ accessory: element("overflow", { options: options(size) }) })),
  },
  ...["multi_users_select", "multi_conversations_select", "multi_channels_select"].map((type): Limit => {
    const field = type.replace("multi", "initial").replace("_select", "");
    return {
      of: `initial choices of a ${type}`,
      at: 100,
      pointer: `/blocks/0/element/${field}`,
      replay: (size) => inInput(element(type, { [field]: times(size, (index) => `X${index}`) })),
    };
  }),
  {
    of: "initial choices of a multi_external_select",
    at: 100,
    pointer: "/blocks/0/element/initial_options",
    replay: (size) => inInput(element("multi_external_select", { initial_options: options(size) })),
  },
  {
    of: "answered options",
    at: 100,
    pointer: "/options",
    replay: (size) => judgeOptions({ options: options(size) }),
  },
  {
    of: "answered groups",
    at: 100,
    pointer: "/option_groups",
    replay: (size) =>
      judgeOptions({
        option_groups: times(size, (index) => ({ label: plain(), options: options(1, index) })),
      }),
  },
];

replayCounts(counts);

const most: Limit[] = [
  {
    of: "max_length",
    at: 3000,
    pointer: "/blocks/0/element/max_length",
    replay: (max_length) => inInput(element("plain_text_input", { max_length })),
  },
  {
    of: "min_length",
    at: 3000,
    pointer: "/blocks/0/element/min_length",
    replay: (min_length) => inInput(element("plain_text_input", { min_length })),
  },
  {
    of: "a list's indent",
    at: 8,
    pointer: "/blocks/0/elements/0/indent",
    replay: (indent) =>
      inMessage(richText({ type: "rich_text_list", style: "bullet", elements: [richSection()], indent })),
  },
];

replayMost(most);

const least: Limit[] = [
  {
    of: "max_length",
    at: 1,
    pointer: "/blocks/0/element/max_length",
    replay: (max_length) => inInput(element("plain_text_input", { max_length })),
  },
  {
    of: "min_length",
    at: 0,
    pointer: "/blocks/0/element/min_length",
    replay: (min_length) => inInput(element("plain_text_input", { min_length })),
  },
  {
    of: "max_selected_items",
    at: 1,
    pointer: "/blocks/0/element/max_selected_items",
    replay: (max_selected_items) => inInput(element("multi_users_select", { max_selected_items })),
  },
  {
    of: "min_query_length",
    at: 0,
    pointer: "/blocks/0/element/min_query_length",
    replay: (min_query_length) => inInput(element("external_select", { min_query_length })),
  },
];

replayLeast(least);

it.each([
  { surface: "modal", judge: judgeModal, view: modal },
  { surface: "home", judge: judgeHome, view: home },
])("weighs a $surface in UTF-8 bytes: 249,999 and 250,000 fit, 250,001 do not", ({ judge, view }) => {
  const weighing = (bytes: number) => {
    const run = (text: string) => view(richText(richSection({ type: "text", text })));
    const spare = bytes - new TextEncoder().encode(JSON.stringify(run("é"))).length;
    return judge(run("é".padEnd(spare + 1, "x")));
  };

  expect([weighing(249_999), weighing(250_000), weighing(250_001)]).toEqual([
    [],
    [],
    [{ pointer: "", message: "is 250001 bytes of JSON; at most 250000 fit" }],
  ]);
});

const empties: Empty[] = [
  ["a message's text", "/text", judgeMessage({ text: "" })],
  ["a message's blocks", "/blocks", judgeMessage(message())],
  ["a modal's blocks", "/blocks", judgeModal(modal())],
  ["a home's blocks", "/blocks", judgeHome(home())],
  ["a callback_id", "/callback_id", judgeModal({ ...modal(section()), callback_id: "" })],
  ["an external_id", "/external_id", judgeModal({ ...modal(section()), external_id: "" })],
  ["a block_id", "/blocks/0/block_id", inMessage(section({ block_id: "" }))],
  ["an action_id", "/blocks/0/elements/0/action_id", inMessage(actions(button({ action_id: "" })))],
  ["a text object", "/blocks/0/text/text", inMessage(section({ text: mrkdwn("") }))],
  ["an alt_text", "/blocks/0/alt_text", inMessage(image({ alt_text: "" }))],
  ["fields", "/blocks/0/fields", inMessage(section({ fields: [] }))],
  ["an actions block", "/blocks/0/elements", inMessage(actions())],
  ["a context block", "/blocks/0/elements", inMessage(context())],
  ["a rich_text block", "/blocks/0/elements", inMessage(richText())],
  [
    "a rich text",
    "/blocks/0/elements/0/elements/0/text",
    inMessage(richText(richSection({ type: "text", text: "" }))),
  ],
  ["options", "/blocks/0/element/options", inInput(element("static_select", { options: [] }))],
  [
    "option groups",
    "/blocks/0/element/option_groups",
    inInput(element("static_select", { option_groups: [] })),
  ],
  [
    "a group's options",
    "/blocks/0/element/option_groups/0/options",
    inInput(element("static_select", { option_groups: [{ label: plain(), options: [] }] })),
  ],
  [
    "an option's value",
    "/blocks/0/element/options/0/value",
    inInput(element("static_select", { options: [option("", { text: plain() })] })),
  ],
  ["checkboxes", "/blocks/0/element/options", inInput(element("checkboxes", { options: [] }))],
  ["radio buttons", "/blocks/0/element/options", inInput(element("radio_buttons", { options: [] }))],
  [
    "an overflow menu",
    "/blocks/0/elements/0/options",
    inMessage(actions(element("overflow", { options: [] }))),
  ],
  [
    "initial_options",
    "/blocks/0/element/initial_options",
    inInput(element("multi_external_select", { initial_options: [] })),
  ],
  [
    "an initial_value",
    "/blocks/0/element/initial_value",
    inInput(element("plain_text_input", { initial_value: "" })),
  ],
  ["a filter", "/blocks/0/element/filter", inInput(element("conversations_select", { filter: {} }))],
];

replayEmpties(empties);
