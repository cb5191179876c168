import { z } from "zod";
import { actionable, confirmable, focusable, placeholdable } from "./parts.ts";

const picker = { ...actionable, ...confirmable, ...focusable };

export const DatePicker = z.strictObject({
  type: z.literal("datepicker"),
  ...picker,
  ...placeholdable,
  initial_date: z.iso.date("must be a date as YYYY-MM-DD").optional(),
});

export const TimePicker = z.strictObject({
  type: z.literal("timepicker"),
  ...picker,
  ...placeholdable,
  initial_time: z.iso.time({ precision: -1, error: "must be a time as HH:mm" }).optional(),
  timezone: z.string().min(1).optional(),
});

/** Seconds since 1970, of which Slack takes ten digits: 2001 to 2286. */
const Timestamp = z.int().min(1_000_000_000).max(9_999_999_999);

export const DateTimePicker = z.strictObject({
  type: z.literal("datetimepicker"),
  ...picker,
  initial_date_time: Timestamp.optional(),
});
