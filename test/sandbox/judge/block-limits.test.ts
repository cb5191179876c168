import { expect, it } from "vitest";
import { judgeHome, judgeMessage, judgeModal } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import { button, dividers, home, long, message, modal, mrkdwn, plain, times } from "./make.ts";
import type { Empty, Limit } from "./replay.ts";
import { replayCounts, replayEmpties, replayLeast, replayLengths, replayMost } from "./replay.ts";
import { blocks, elements } from "./samples.ts";

const judged = (block: Json, more: Json) => judgeMessage(message({ ...block, ...more }));
const alert = (more: Json) => judgeModal(modal({ ...blocks.alert, ...more }));
const card = (more: Json) => judged(blocks.card, more);
const container = (more: Json) => judged(blocks.container, more);
const dataTable = (more: Json) => judged(blocks.data_table, more);
const table = (more: Json) => judged(blocks.table, more);
const video = (more: Json) => judged(blocks.video, more);
const chart = (inner: Json) => judged(blocks.data_visualization, { chart: inner });
const pie = (...segments: Json[]) => chart({ type: "pie", segments });

const url = (size: number) => "https://example.com/🔥".padEnd(size, "x");
const cell = (text = "x") => ({ type: "raw_text", text });
const grid = (rows: number, columns: number) => times(rows, () => times(columns, () => cell()));

const line = ({ names = ["A"], categories = ["Mon"], axis = {} }) =>
  chart({
    type: "line",
    series: names.map((name) => ({ name, data: categories.map((label) => ({ label, value: 1 })) })),
    axis_config: { categories, ...axis },
  });

const lengths: Limit[] = [
  {
    of: "an alert",
    at: 200,
    pointer: "/blocks/0/text/text",
    replay: (size) => alert({ text: plain(long(size)) }),
  },
  ...["title", "subtitle"].flatMap((field): Limit[] => [
    {
      of: `a card's ${field}`,
      at: 150,
      pointer: `/blocks/0/${field}/text`,
      replay: (size) => card({ [field]: mrkdwn(long(size)) }),
    },
    {
      of: `a container's ${field}`,
      at: 150,
      pointer: `/blocks/0/${field}/text`,
      replay: (size) => container({ [field]: plain(long(size)) }),
    },
  ]),
  {
    of: "a card's body",
    at: 200,
    pointer: "/blocks/0/body/text",
    replay: (size) => card({ body: mrkdwn(long(size)) }),
  },
  ...["title", "description"].map(
    (field): Limit => ({
      of: `a video's ${field}`,
      at: 199,
      pointer: `/blocks/0/${field}/text`,
      replay: (size) => video({ [field]: plain(long(size)) }),
    }),
  ),
  {
    of: "a video's alt_text",
    at: 2000,
    pointer: "/blocks/0/alt_text",
    replay: (size) => video({ alt_text: long(size) }),
  },
  {
    of: "a video's author_name",
    at: 49,
    pointer: "/blocks/0/author_name",
    replay: (size) => video({ author_name: long(size) }),
  },
  {
    of: "a video's video_url",
    at: 3000,
    pointer: "/blocks/0/video_url",
    replay: (size) => video({ video_url: url(size) }),
  },
  {
    of: "a chart's title",
    at: 50,
    pointer: "/blocks/0/title",
    replay: (size) => judged(blocks.data_visualization, { title: long(size) }),
  },
  {
    of: "a segment's label",
    at: 20,
    pointer: "/blocks/0/chart/segments/0/label",
    replay: (size) => pie({ label: long(size), value: 1 }),
  },
  {
    of: "a series' name",
    at: 20,
    pointer: "/blocks/0/chart/series/0/name",
    replay: (size) => line({ names: [long(size)] }),
  },
  ...["x_label", "y_label"].map(
    (field): Limit => ({
      of: `a chart's ${field}`,
      at: 50,
      pointer: `/blocks/0/chart/axis_config/${field}`,
      replay: (size) => line({ axis: { [field]: long(size) } }),
    }),
  ),
];

replayLengths(lengths);

const counts: Limit[] = [
  {
    of: "rows of a data_table, its header included",
    at: 201,
    pointer: "/blocks/0/rows",
    replay: (size) => dataTable({ rows: grid(size, 1) }),
  },
  {
    of: "columns of a data_table",
    at: 20,
    pointer: "/blocks/0/rows/0",
    replay: (size) => dataTable({ rows: [grid(1, size)[0], grid(1, Math.min(size, 20))[0]] }),
  },
  {
    of: "rows of a table",
    at: 100,
    pointer: "/blocks/0/rows",
    replay: (size) => table({ rows: grid(size, 1) }),
  },
  {
    of: "columns of a table",
    at: 20,
    pointer: "/blocks/0/rows/0",
    replay: (size) => table({ rows: grid(1, size) }),
  },
  {
    of: "column_settings of a table",
    at: 20,
    pointer: "/blocks/0/column_settings",
    replay: (size) => table({ column_settings: times(size, () => ({ align: "right", is_wrapped: true })) }),
  },
  {
    of: "cards in a carousel",
    at: 10,
    pointer: "/blocks/0/elements",
    replay: (size) =>
      judged(blocks.carousel, {
        elements: times(size, (index) => ({ ...blocks.card, block_id: `card-${index}` })),
      }),
  },
  {
    of: "blocks in a container",
    at: 10,
    pointer: "/blocks/0/child_blocks",
    replay: (size) => container({ child_blocks: dividers(size) }),
  },
  {
    of: "buttons of a card",
    at: 3,
    pointer: "/blocks/0/actions",
    replay: (size) => card({ actions: times(size, (index) => button({ action_id: `press-${index}` })) }),
  },
  {
    of: "elements of a context_actions block",
    at: 5,
    pointer: "/blocks/0/elements",
    replay: (size) =>
      judged(blocks.context_actions, {
        elements: times(size, (index) => ({ ...elements.icon_button, action_id: `icon-${index}` })),
      }),
  },
  {
    of: "segments of a pie",
    at: 6,
    pointer: "/blocks/0/chart/segments",
    replay: (size) => pie(...times(size, (index) => ({ label: `${index}`, value: 1 }))),
  },
  {
    of: "series of a chart",
    at: 6,
    pointer: "/blocks/0/chart/series",
    replay: (size) => line({ names: times(size, (index) => `${index}`) }),
  },
];

replayCounts(counts);

it("replays the number of points in a series at 19, 20 and 21, and of the categories with them", () => {
  const points = (size: number) => line({ categories: times(size, (index) => `${index}`) });
  const message = "holds 21; at most 20 fit";

  expect([points(19), points(20), points(21)]).toEqual([
    [],
    [],
    [
      { pointer: "/blocks/0/chart/series/0/data", message },
      { pointer: "/blocks/0/chart/axis_config/categories", message },
    ],
  ]);
});

it("replays the length of a category at 19, 20 and 21, and of its points with it", () => {
  const labelled = (size: number) => line({ categories: [long(size)] });
  const message = "is 21 long; at most 20 fit";

  expect([labelled(19), labelled(20), labelled(21)]).toEqual([
    [],
    [],
    [
      { pointer: "/blocks/0/chart/series/0/data/0/label", message },
      { pointer: "/blocks/0/chart/axis_config/categories/0", message },
    ],
  ]);
});

const pageSize: Limit = {
  of: "page_size",
  at: 100,
  pointer: "/blocks/0/page_size",
  replay: (page_size) => dataTable({ page_size }),
};
const level: Limit = {
  of: "a header's level",
  at: 4,
  pointer: "/blocks/0/level",
  replay: (size) => judged(blocks.header, { level: size }),
};

replayMost([pageSize, level]);

replayLeast([
  { ...pageSize, at: 1 },
  { ...level, at: 1 },
  {
    of: "row_header_column_index",
    at: 0,
    pointer: "/blocks/0/row_header_column_index",
    replay: (row_header_column_index) => dataTable({ rows: grid(2, 2), row_header_column_index }),
  },
]);

it("replays the fewest rows of a data_table at 3, 2 and 1", () => {
  const rows = (size: number) => dataTable({ rows: grid(size, 1) });

  expect([rows(3), rows(2), rows(1)]).toEqual([
    [],
    [],
    [{ pointer: "/blocks/0/rows", message: "must hold a header and a row" }],
  ]);
});

const named = (block: Json, index: number) => ({ ...block, block_id: `b${index}` });
const markdowns = (...sizes: number[]) =>
  judgeMessage(
    message(...sizes.map((size, index) => named({ ...blocks.markdown, text: long(size) }, index))),
  );
const dataTables = (...sizes: number[]) =>
  sizes.map((size, index) =>
    named({ ...blocks.data_table, rows: [[cell("head")], [cell(long(size - 4))]] }, index),
  );

const totals: Limit[] = [
  {
    of: "tables",
    at: 1,
    pointer: "/blocks/2/type",
    replay: (size) =>
      judgeMessage(message(blocks.divider, ...times(size, (index) => named(blocks.table, index)))),
  },
  {
    of: "charts",
    at: 2,
    pointer: "/blocks/2/type",
    replay: (size) =>
      judgeMessage(message(...times(size, (index) => named(blocks.data_visualization, index)))),
  },
  {
    of: "characters of markdown",
    at: 12_000,
    pointer: "/blocks/0/text",
    replay: (size) => markdowns(size),
  },
  {
    of: "characters of markdown",
    at: 12_000,
    pointer: "/blocks/1/text",
    replay: (size) => markdowns(7000, size - 7000),
  },
  {
    of: "characters in data tables",
    at: 20_000,
    pointer: "/blocks/0/rows",
    replay: (size) => judgeMessage(message(...dataTables(size))),
  },
  {
    of: "characters in data tables",
    at: 20_000,
    pointer: "/blocks/1/rows",
    replay: (size) => judgeHome(home(...dataTables(15_000, size - 15_000))),
  },
];

it.each(totals)("replays all $of at $at − 1, $at and $at + 1", ({ of, at, pointer, replay }) => {
  expect([replay(at - 1), replay(at), replay(at + 1)]).toEqual([
    [],
    [],
    [{ pointer, message: `makes ${at + 1} ${of} in all; at most ${at} fit` }],
  ]);
});

it("counts what rich text in a data_table says, and complains of each total once", () => {
  const rich = {
    type: "rich_text",
    elements: [
      {
        type: "rich_text_list",
        style: "bullet",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: long(19_996) }] }],
      },
    ],
  };
  const rows = (last: string) => [
    [cell("head"), cell()],
    [rich, cell(last)],
  ];

  expect(dataTable({ rows: rows("xx").with(0, [cell("h"), cell()]) })).toEqual([]);
  expect(dataTable({ rows: rows("x") })).toEqual([
    { pointer: "/blocks/0/rows", message: "makes 20002 characters in data tables in all; at most 20000 fit" },
  ]);
  expect(markdowns(12_001, 1, 1)).toHaveLength(1);
});

const empties: Empty[] = [
  ["an alert", "/blocks/0/text/text", alert({ text: plain("") })],
  ["a caption", "/blocks/0/caption", dataTable({ caption: "" })],
  ["a data_table", "/blocks/0/rows", dataTable({ rows: [] })],
  ["a row", "/blocks/0/rows/0", table({ rows: [[]] })],
  ["a cell", "/blocks/0/rows/0/0/text", table({ rows: [[cell("")]] })],
  ["a table", "/blocks/0/rows", table({ rows: [] })],
  ["a carousel", "/blocks/0/elements", judged(blocks.carousel, { elements: [] })],
  ["a container", "/blocks/0/child_blocks", container({ child_blocks: [] })],
  ["a card's actions", "/blocks/0/actions", card({ actions: [] })],
  ["a markdown block", "/blocks/0/text", judged(blocks.markdown, { text: "" })],
  ["a pie", "/blocks/0/chart/segments", pie()],
  ["a chart", "/blocks/0/chart/series", line({ names: [] })],
  ["a plan's title", "/blocks/0/title", judged(blocks.plan, { title: "" })],
  ["a task_id", "/blocks/0/task_id", judged(blocks.task_card, { task_id: "" })],
];

replayEmpties(empties);
