import { z } from "zod";
import { Id, identified, run, Url } from "./parts.ts";
import { RichTextValue } from "./rich-text.ts";
import { onlyType } from "./words.ts";

const text = z.string().min(1);

const task = {
  type: z.literal("task_card"),
  task_id: Id,
  title: text,
  status: z.enum(["pending", "in_progress", "complete", "error"]),
  details: RichTextValue.optional(),
  output: RichTextValue.optional(),
  sources: run(z.strictObject({ type: z.literal("url"), url: Url, text })).optional(),
};

export const TaskCard = z.strictObject({ ...identified, ...task });

/** A task of a plan is known by its task_id. */
const PlannedTask = z.strictObject({ block_id: Id.optional(), ...task });

export const Plan = z.strictObject({
  type: z.literal("plan"),
  ...identified,
  title: text,
  tasks: run(z.discriminatedUnion("type", [PlannedTask], { error: onlyType("task_card") })).optional(),
});
