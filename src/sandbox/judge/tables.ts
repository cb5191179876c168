import { z } from "zod";
import { identified, list, refuse } from "./parts.ts";
import { RichTextValue } from "./rich-text.ts";
import { forWrongType, notCovered } from "./words.ts";

const text = z.string().min(1);

const Cell = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("raw_text"), text }),
    z.strictObject({ type: z.literal("raw_number"), value: z.number(), text }),
    RichTextValue,
  ],
  { error: forWrongType(notCovered) },
);

const Row = list(Cell, { max: 20 });

const Column = z.strictObject({
  align: z.enum(["left", "center", "right"]).optional(),
  is_wrapped: z.boolean().optional(),
});

export const Table = z.strictObject({
  type: z.literal("table"),
  ...identified,
  rows: list(Row, { max: 100 }),
  column_settings: list(Column, { max: 20 }).optional(),
});

export const DataTable = z
  .strictObject({
    type: z.literal("data_table"),
    ...identified,
    caption: text,
    rows: list(Row, { max: 201 }).refine((rows) => rows.length > 1, "must hold a header and a row"),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .superRefine(({ rows: [header = [], ...rows], row_header_column_index: index = 0 }, ctx) => {
    const columns = header.length;
    for (const [at, cell] of header.entries()) {
      if (cell.type === "rich_text")
        refuse(ctx, ["rows", 0, at, "type"], '"rich_text" may not stand in the header');
    }
    for (const [at, row] of rows.entries()) {
      if (row.length !== columns)
        refuse(ctx, ["rows", at + 1], `holds ${row.length}; the header holds ${columns}`);
    }
    if (columns > 0 && index >= columns)
      refuse(ctx, ["row_header_column_index"], `is no column; there are ${columns}`);
  });
