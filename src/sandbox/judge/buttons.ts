import { z } from "zod";
import { actionable, confirmable, run, Url } from "./parts.ts";
import { plainText, upTo, words } from "./text-objects.ts";

const text = plainText(75);
const value = upTo(2000);
const labelled = { accessibility_label: words(75).optional() };
const styled = { style: z.enum(["primary", "danger"]).optional() };

export const Button = z.strictObject({
  type: z.literal("button"),
  ...actionable,
  ...confirmable,
  ...labelled,
  ...styled,
  text,
  value: value.optional(),
  url: Url.optional(),
});

const Trigger = z.strictObject({
  url: Url,
  customizable_input_parameters: run(
    z.strictObject({ name: z.string().min(1), value: z.string() }),
  ).optional(),
});

export const WorkflowButton = z.strictObject({
  type: z.literal("workflow_button"),
  ...actionable,
  ...confirmable,
  ...labelled,
  ...styled,
  text,
  workflow: z.strictObject({ trigger: Trigger }),
});

export const IconButton = z.strictObject({
  type: z.literal("icon_button"),
  ...actionable,
  ...confirmable,
  ...labelled,
  icon: z.literal("trash"),
  text,
  value: value.optional(),
  visible_to_user_ids: run(z.string().min(1)).optional(),
});

const FeedbackButton = z.strictObject({ ...labelled, text, value });

export const FeedbackButtons = z.strictObject({
  type: z.literal("feedback_buttons"),
  ...actionable,
  positive_button: FeedbackButton,
  negative_button: FeedbackButton,
});
