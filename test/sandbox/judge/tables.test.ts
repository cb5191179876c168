import { describe, expect, it } from "vitest";
import { judgeMessage } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import { message } from "./make.ts";
import { blocks } from "./samples.ts";

const judged = (block: Json, more: Json) => judgeMessage(message({ ...block, ...more }));
const dataTable = (rows: unknown, more: Json = {}) => judged(blocks.data_table, { rows, ...more });
const table = (rows: unknown, more: Json = {}) => judged(blocks.table, { rows, ...more });
const chart = (inner: Json) => judged(blocks.data_visualization, { chart: inner });

const text = { type: "raw_text", text: "Words" };
const number = { type: "raw_number", value: 0.7, text: "70 %" };
const rich = { type: "rich_text", elements: blocks.rich_text.elements };

describe("a table", () => {
  it.each([
    ["table", table],
    ["data_table", dataTable],
  ])("takes text, numbers and rich text in the cells of a %s", (_, judge) => {
    const header = [text, text, number];
    const at = "/blocks/0/rows/1";

    expect([
      judge([header, [text, number, rich]]),
      judge([header, [text, { type: "raw_number", value: "7", text: "7" }, { ...text, colour: "red" }]]),
      judge([header, [text, text, { type: "mrkdwn", text: "*Words*" }]]),
    ]).toEqual([
      [],
      [
        { pointer: `${at}/1/value`, message: "must be a number" },
        { pointer: `${at}/2/colour`, message: "is not a field here" },
      ],
      [{ pointer: `${at}/2/type`, message: '"mrkdwn" is not covered by this judge' }],
    ]);
  });

  it("may have rows of several lengths, which a data_table may not", () => {
    const ragged = [[text, text], [text], [text, text, text]];

    expect([table(ragged), dataTable(ragged)]).toEqual([
      [],
      [
        { pointer: "/blocks/0/rows/1", message: "holds 1; the header holds 2" },
        { pointer: "/blocks/0/rows/2", message: "holds 3; the header holds 2" },
      ],
    ]);
  });

  it("aligns its columns in three ways", () => {
    expect([
      table([[text]], { column_settings: [{}, { align: "center" }] }),
      table([[text]], { column_settings: [{ align: "justify", width: 3 }] }),
    ]).toEqual([
      [],
      [
        { pointer: "/blocks/0/column_settings/0/align", message: 'must be "left" or "center" or "right"' },
        { pointer: "/blocks/0/column_settings/0/width", message: "is not a field here" },
      ],
    ]);
  });

  it("counts before it looks into cells", () => {
    expect([dataTable(Array(300_000).fill(null)), table([Array(300_000).fill(null)])]).toEqual([
      [{ pointer: "/blocks/0/rows", message: "holds 300000; at most 201 fit" }],
      [{ pointer: "/blocks/0/rows/0", message: "holds 300000; at most 20 fit" }],
    ]);
  });
});

describe("a data_table", () => {
  it("keeps rich text out of its header", () => {
    expect(dataTable([[rich], [rich]])).toEqual([
      { pointer: "/blocks/0/rows/0/0/type", message: '"rich_text" may not stand in the header' },
    ]);
  });

  it("names its rows by a column it has", () => {
    const rows = [
      [text, text],
      [text, text],
    ];

    expect([
      dataTable(rows, { row_header_column_index: 1 }),
      dataTable([[text], [text]], { row_header_column_index: 1 }),
      dataTable(rows, { row_header_column_index: 2 }),
    ]).toEqual([
      [],
      [{ pointer: "/blocks/0/row_header_column_index", message: "is no column; there are 1" }],
      [{ pointer: "/blocks/0/row_header_column_index", message: "is no column; there are 2" }],
    ]);
  });
});

describe("a chart", () => {
  const series = (name: string, ...labels: string[]) => ({
    name,
    data: labels.map((label) => ({ label, value: -1.5 })),
  });
  const axis_config = { categories: ["Mon", "Tue"], x_label: "Day", y_label: "Profiles" };

  it.each(["bar", "area", "line"])("draws series over categories as a %s", (type) => {
    expect(
      chart({ type, series: [series("A", "Mon", "Tue"), series("B", "Tue", "Mon")], axis_config }),
    ).toEqual([]);
  });

  it("needs a point for each category, no more and no fewer", () => {
    const message = "must hold one point for each category";

    expect(
      chart({
        type: "line",
        series: [
          series("A", "Mon"),
          series("B", "Mon", "Wed"),
          series("C", "Mon", "Mon"),
          series("D", "Mon", "Tue", "Tue"),
        ],
        axis_config,
      }),
    ).toEqual([0, 1, 2, 3].map((index) => ({ pointer: `/blocks/0/chart/series/${index}/data`, message })));
  });

  it("tells its series apart by name", () => {
    expect(
      chart({ type: "bar", series: [series("A", "Mon", "Tue"), series("A", "Mon", "Tue")], axis_config }),
    ).toEqual([
      { pointer: "/blocks/0/chart/series/1/name", message: "is the name of an earlier series too" },
    ]);
  });

  it("cuts a pie into pieces larger than nothing", () => {
    const pie = (value: unknown) => chart({ type: "pie", segments: [{ label: "A", value }] });

    expect([pie(0.1), pie(0), pie(-1), pie("1")]).toEqual([
      [],
      [{ pointer: "/blocks/0/chart/segments/0/value", message: "must be more than 0" }],
      [{ pointer: "/blocks/0/chart/segments/0/value", message: "must be more than 0" }],
      [{ pointer: "/blocks/0/chart/segments/0/value", message: "must be a number" }],
    ]);
  });

  it("is never passed silently when its kind is unknown", () => {
    expect(chart({ type: "donut" })).toEqual([
      { pointer: "/blocks/0/chart/type", message: '"donut" is not covered by this judge' },
    ]);
  });
});
