import { z } from "zod";
import { actionable, dispatchable, focusable, placeholdable, refuse, run } from "./parts.ts";
import { RichTextValue } from "./rich-text.ts";

const typed = { ...actionable, ...dispatchable, ...focusable, ...placeholdable };

export const PlainTextInput = z
  .strictObject({
    type: z.literal("plain_text_input"),
    ...typed,
    initial_value: z.string().min(1).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
  })
  .superRefine(({ initial_value, min_length, max_length }, ctx) => {
    if (max_length === undefined) return;
    if (min_length !== undefined && min_length > max_length) {
      refuse(ctx, ["min_length"], `is more than max_length, ${max_length}`);
    }
    if (initial_value !== undefined && initial_value.length > max_length) {
      refuse(ctx, ["initial_value"], `is ${initial_value.length} long; max_length is ${max_length}`);
    }
  });

const NumberString = z.string().regex(/^-?\d+(\.\d+)?$/, "must be a number, written as a string");

export const NumberInput = z
  .strictObject({
    type: z.literal("number_input"),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: NumberString.optional(),
    min_value: NumberString.optional(),
    max_value: NumberString.optional(),
  })
  .superRefine((input, ctx) => {
    const { initial_value, min_value, max_value } = input;
    if (isMore(min_value, max_value)) refuse(ctx, ["min_value"], `is more than max_value, ${max_value}`);
    if (isMore(min_value, initial_value))
      refuse(ctx, ["initial_value"], `is less than min_value, ${min_value}`);
    if (isMore(initial_value, max_value))
      refuse(ctx, ["initial_value"], `is more than max_value, ${max_value}`);
    if (input.is_decimal_allowed) return;
    for (const field of ["initial_value", "min_value", "max_value"] as const) {
      if (input[field]?.includes(".")) refuse(ctx, [field], "must be whole: is_decimal_allowed is false");
    }
  });

export const EmailInput = z.strictObject({
  type: z.literal("email_text_input"),
  ...typed,
  initial_value: z.string().min(1).optional(),
});

export const UrlInput = z.strictObject({
  type: z.literal("url_text_input"),
  ...typed,
  initial_value: z.string().min(1).optional(),
});

const lines = z.int().min(1).max(100).optional();

export const RichTextInput = z
  .strictObject({
    type: z.literal("rich_text_input"),
    ...typed,
    initial_value: RichTextValue.optional(),
    min_lines: lines,
    max_lines: lines,
  })
  .superRefine(({ min_lines, max_lines }, ctx) => {
    if (min_lines === undefined || max_lines === undefined || min_lines <= max_lines) return;
    refuse(ctx, ["min_lines"], `is more than max_lines, ${max_lines}`);
  });

export const FileInput = z.strictObject({
  type: z.literal("file_input"),
  ...actionable,
  filetypes: run(z.string().min(1)).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
});

function isMore(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && Number(one) > Number(other);
}
