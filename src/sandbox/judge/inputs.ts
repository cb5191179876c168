import { z } from "zod";
import { actionable, confirmable, dispatchable, focusable, placeholdable, refuse } from "./parts.ts";

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

const picker = { ...actionable, ...confirmable, ...focusable, ...placeholdable };

export const DatePicker = z.strictObject({
  type: z.literal("datepicker"),
  ...picker,
  initial_date: z.iso.date("must be a date as YYYY-MM-DD").optional(),
});

export const TimePicker = z.strictObject({
  type: z.literal("timepicker"),
  ...picker,
  initial_time: z.iso.time({ precision: -1, error: "must be a time as HH:mm" }).optional(),
  timezone: z.string().min(1).optional(),
});

function isMore(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && Number(one) > Number(other);
}
