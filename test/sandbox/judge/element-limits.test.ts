import { judgeMessage, judgeModal } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import { actions, element, input, long, message, modal, plain } from "./make.ts";
import type { Empty, Limit } from "./replay.ts";
import { replayEmpties, replayLeast, replayLengths, replayMost } from "./replay.ts";
import { blocks, elements } from "./samples.ts";

const inContext = (inner: Json) => judgeMessage(message({ ...blocks.context_actions, elements: [inner] }));
const inInput = (type: string, more: Json) => judgeModal(modal(input(element(type, more))));
const icon = (more: Json) => inContext({ ...elements.icon_button, ...more });
const workflow = (more: Json) => judgeMessage(message(actions({ ...elements.workflow_button, ...more })));
const feedback = (side: string, more: Json) =>
  inContext({ ...elements.feedback_buttons, [side]: { text: plain(), value: "v", ...more } });

const lengths: Limit[] = [
  {
    of: "a workflow_button's text",
    at: 75,
    pointer: "/blocks/0/elements/0/text/text",
    replay: (size) => workflow({ text: plain(long(size)) }),
  },
  {
    of: "a workflow_button's accessibility_label",
    at: 75,
    pointer: "/blocks/0/elements/0/accessibility_label",
    replay: (size) => workflow({ accessibility_label: long(size) }),
  },
  {
    of: "an icon_button's text",
    at: 75,
    pointer: "/blocks/0/elements/0/text/text",
    replay: (size) => icon({ text: plain(long(size)) }),
  },
  {
    of: "an icon_button's value",
    at: 2000,
    pointer: "/blocks/0/elements/0/value",
    replay: (size) => icon({ value: long(size) }),
  },
  {
    of: "an icon_button's accessibility_label",
    at: 75,
    pointer: "/blocks/0/elements/0/accessibility_label",
    replay: (size) => icon({ accessibility_label: long(size) }),
  },
  ...["positive_button", "negative_button"].flatMap((side): Limit[] => [
    {
      of: `a ${side}'s text`,
      at: 75,
      pointer: `/blocks/0/elements/0/${side}/text/text`,
      replay: (size) => feedback(side, { text: plain(long(size)) }),
    },
    {
      of: `a ${side}'s value`,
      at: 2000,
      pointer: `/blocks/0/elements/0/${side}/value`,
      replay: (size) => feedback(side, { value: long(size) }),
    },
    {
      of: `a ${side}'s accessibility_label`,
      at: 75,
      pointer: `/blocks/0/elements/0/${side}/accessibility_label`,
      replay: (size) => feedback(side, { accessibility_label: long(size) }),
    },
  ]),
  ...["plain_text_input", "email_text_input", "url_text_input", "rich_text_input", "datepicker"].map(
    (type): Limit => ({
      of: `the placeholder of a ${type}`,
      at: 150,
      pointer: "/blocks/0/element/placeholder/text",
      replay: (size) => inInput(type, { placeholder: plain(long(size)) }),
    }),
  ),
];

replayLengths(lengths);

const most: Limit[] = [
  {
    of: "max_files",
    at: 10,
    pointer: "/blocks/0/element/max_files",
    replay: (max_files) => inInput("file_input", { max_files }),
  },
  {
    of: "min_lines",
    at: 100,
    pointer: "/blocks/0/element/min_lines",
    replay: (min_lines) => inInput("rich_text_input", { min_lines }),
  },
  {
    of: "max_lines",
    at: 100,
    pointer: "/blocks/0/element/max_lines",
    replay: (max_lines) => inInput("rich_text_input", { max_lines }),
  },
  {
    of: "initial_date_time",
    at: 9_999_999_999,
    pointer: "/blocks/0/element/initial_date_time",
    replay: (initial_date_time) => inInput("datetimepicker", { initial_date_time }),
  },
];

replayMost(most);

const least: Limit[] = [
  ...most.slice(0, 3).map((limit): Limit => ({ ...limit, at: 1 })),
  ...most.slice(3).map((limit): Limit => ({ ...limit, at: 1_000_000_000 })),
];

replayLeast(least);

const empties: Empty[] = [
  [
    "a context_actions block",
    "/blocks/0/elements",
    judgeMessage(message({ ...blocks.context_actions, elements: [] })),
  ],
  ["filetypes", "/blocks/0/element/filetypes", inInput("file_input", { filetypes: [] })],
  ["a filetype", "/blocks/0/element/filetypes/0", inInput("file_input", { filetypes: [""] })],
  ["an email", "/blocks/0/element/initial_value", inInput("email_text_input", { initial_value: "" })],
  ["a URL", "/blocks/0/element/initial_value", inInput("url_text_input", { initial_value: "" })],
];

replayEmpties(empties);
