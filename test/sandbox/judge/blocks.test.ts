import { describe, expect, it } from "vitest";
import { judgeHome, judgeMessage, judgeModal } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import {
  actions,
  button,
  element,
  home,
  input,
  message,
  modal,
  mrkdwn,
  plain,
  richSection,
  richText,
  section,
} from "./make.ts";
import { blocks } from "./samples.ts";

const surfaces = [
  { surface: "message", judge: judgeMessage, make: message },
  { surface: "modal", judge: judgeModal, make: modal },
  { surface: "home", judge: judgeHome, make: home },
];

describe.each(surfaces)("on a $surface", ({ judge, make }) => {
  it.each(Object.entries(blocks))("needs a block_id on %s", (_, block) => {
    expect(judge(make({ ...block, block_id: undefined }))).toContainEqual({
      pointer: "/blocks/0/block_id",
      message: "is required",
    });
  });

  it.each(["call", "rich_text_section", "button", "constructor"])("never passes %s silently", (type) => {
    expect(judge(make({ type, block_id: "b" }))).toEqual([
      { pointer: "/blocks/0/type", message: `"${type}" is not covered by this judge` },
    ]);
  });

  it("says what is wrong with a block that is none", () => {
    expect(judge(make("…", null, {}, { type: 7 }))).toEqual([
      { pointer: "/blocks/0", message: "must be an object" },
      { pointer: "/blocks/1", message: "must be an object" },
      { pointer: "/blocks/2/type", message: "is required" },
      { pointer: "/blocks/3/type", message: "must be a string" },
    ]);
  });

  it("refuses a block_id that an earlier block has", () => {
    expect(judge(make(section(), blocks.divider, section()))).toEqual([
      { pointer: "/blocks/2/block_id", message: "is the block_id of an earlier block too" },
    ]);
  });

  it("refuses an action_id that stands twice in one block", () => {
    expect(judge(make(actions(button(), button({ action_id: "other" }), button())))).toEqual([
      {
        pointer: "/blocks/0/elements/2/action_id",
        message: "is the action_id of an earlier element of this block too",
      },
    ]);
  });

  it("lets rows share an action_id", () => {
    const row = (block_id: string) => section({ block_id, accessory: button() });

    expect(judge(make(row("one"), row("two")))).toEqual([]);
  });
});

it("needs a label and an element in an input block", () => {
  expect(judgeModal(modal({ type: "input", block_id: "input" }))).toEqual([
    { pointer: "/blocks/0/label", message: "is required" },
    { pointer: "/blocks/0/element", message: "is required" },
  ]);
});

it("needs text or fields in a section", () => {
  expect([
    judgeMessage(message({ type: "section", block_id: "s", fields: [plain()] })),
    judgeMessage(message({ type: "section", block_id: "s" })),
  ]).toEqual([[], [{ pointer: "/blocks/0/text", message: "is required, or fields" }]]);
});

it("takes emoji on plain text only and verbatim on mrkdwn only", () => {
  const judged = (text: Json) => judgeMessage(message(section({ text })));

  expect([
    judged({ ...plain(), emoji: false }),
    judged({ ...mrkdwn(), verbatim: true }),
    judged({ ...plain(), verbatim: true }),
    judged({ ...mrkdwn(), emoji: false }),
    judged({ type: "markdown", text: "Words" }),
  ]).toEqual([
    [],
    [],
    [{ pointer: "/blocks/0/text/verbatim", message: "is not a field here" }],
    [{ pointer: "/blocks/0/text/emoji", message: "is not a field here" }],
    [{ pointer: "/blocks/0/text/type", message: '"markdown" is not covered by this judge' }],
  ]);
});

it("makes one complaint of mrkdwn where only plain text may stand", () => {
  expect(
    judgeMessage(message({ type: "header", block_id: "h", text: { ...mrkdwn(), verbatim: true } })),
  ).toEqual([{ pointer: "/blocks/0/text/type", message: 'must be "plain_text" here' }]);
});

it("knows the levels of an alert", () => {
  expect(judgeModal(modal({ ...blocks.alert, level: "loud" }))).toEqual([
    {
      pointer: "/blocks/0/level",
      message: 'must be "default" or "info" or "warning" or "error" or "success"',
    },
  ]);
});

it.each(["video_url", "title_url"])("takes https only as a video's %s", (field) => {
  expect(judgeMessage(message({ ...blocks.video, [field]: "http://example.com" }))).toEqual([
    { pointer: `/blocks/0/${field}`, message: "must start with https://" },
  ]);
});

it("points into the tasks of a plan", () => {
  const [task = {}] = blocks.plan.tasks;
  const details = { type: "rich_text", elements: blocks.rich_text.elements };
  const sources = [{ type: "url", url: "https://example.com", text: "Words" }];
  const judged = (...tasks: Json[]) => judgeMessage(message({ ...blocks.plan, tasks }));

  expect([
    judged(),
    judged({ ...task, details, output: details, sources }),
    judged(task, { ...task, status: "late", details: "Words", sources: [{ type: "url" }] }),
    judged(blocks.divider),
  ]).toEqual([
    [],
    [],
    [
      {
        pointer: "/blocks/0/tasks/1/status",
        message: 'must be "pending" or "in_progress" or "complete" or "error"',
      },
      { pointer: "/blocks/0/tasks/1/details", message: "must be an object" },
      { pointer: "/blocks/0/tasks/1/sources/0/url", message: "is required" },
      { pointer: "/blocks/0/tasks/1/sources/0/text", message: "is required" },
    ],
    [{ pointer: "/blocks/0/tasks/0/type", message: 'must be "task_card" here' }],
  ]);
});

it("escapes a pointer as RFC 6901 says", () => {
  expect(judgeMessage(message(section({ "a/b~c": 1 })))).toEqual([
    { pointer: "/blocks/0/a~1b~0c", message: "is not a field here" },
  ]);
});

it("points at the very word, however deep", () => {
  const select = element("static_select", {
    options: [{ text: { type: "plain_text", text: 7 }, value: "a" }],
  });

  expect(judgeModal(modal(section(), blocks.divider, blocks.image, input(select)))).toEqual([
    { pointer: "/blocks/3/element/options/0/text/text", message: "must be a string" },
  ]);
});

describe("rich text", () => {
  const judged = (...elements: unknown[]) => judgeMessage(message(richText(...elements)));
  const text = { type: "text", text: "Words" };

  it("takes sections, lists, quotes and preformatted text", () => {
    expect(
      judged(
        richSection(text),
        {
          type: "rich_text_list",
          style: "ordered",
          elements: [richSection(text)],
          indent: 1,
          offset: 2,
          border: 1,
        },
        { type: "rich_text_quote", elements: [text], border: 0 },
        {
          type: "rich_text_preformatted",
          elements: [text, { type: "link", url: "https://example.com" }],
          language: "json",
        },
      ),
    ).toEqual([]);
  });

  it.each(["canvas", "rich_text_section"])("never passes %s inside a section silently", (type) => {
    expect(judged(richSection(text, { type }))).toEqual([
      { pointer: "/blocks/0/elements/0/elements/1/type", message: `"${type}" is not covered by this judge` },
    ]);
  });

  it("never passes an unknown kind of paragraph silently", () => {
    expect(judged({ type: "rich_text_table" })).toEqual([
      { pointer: "/blocks/0/elements/0/type", message: '"rich_text_table" is not covered by this judge' },
    ]);
  });

  it("keeps mentions out of preformatted text and everything but sections out of lists", () => {
    const user = { type: "user", user_id: "U1" };

    expect([
      judged({ type: "rich_text_preformatted", elements: [text, user] }),
      judged({ type: "rich_text_list", style: "bullet", elements: [richSection(), text] }),
    ]).toEqual([
      [
        {
          pointer: "/blocks/0/elements/0/elements/1/type",
          message: '"user" may not stand in preformatted text',
        },
      ],
      [{ pointer: "/blocks/0/elements/0/elements/1/type", message: 'must be "rich_text_section" here' }],
    ]);
  });

  it("refuses a style it does not know", () => {
    expect(judged(richSection({ ...text, style: { blink: true } }))).toEqual([
      { pointer: "/blocks/0/elements/0/elements/0/style/blink", message: "is not a field here" },
    ]);
  });

  it("takes marks of a mention on mentions only", () => {
    const style = { highlight: true };

    expect([
      judged(richSection({ type: "user", user_id: "U1", style })),
      judged(richSection({ ...text, style })),
    ]).toEqual([
      [],
      [{ pointer: "/blocks/0/elements/0/elements/0/style/highlight", message: "is not a field here" }],
    ]);
  });

  it.each(["red", "#12345", "#1234567", "123456"])("refuses %s as a color", (value) => {
    expect(judged(richSection({ type: "color", value }))).toEqual([
      { pointer: "/blocks/0/elements/0/elements/0/value", message: "must be a color as #RRGGBB" },
    ]);
  });

  it("takes an empty section, as Slack does", () => {
    expect(judged(richSection())).toEqual([]);
  });
});
