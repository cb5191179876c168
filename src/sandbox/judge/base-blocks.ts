import { z } from "zod";
import { Accessory, ActionsElement, ContextElement, InputElement } from "./elements.ts";
import { eitherOf, identified, list, pictured, refuse } from "./parts.ts";
import { RichTextElements } from "./rich-text.ts";
import { anyText, plainText } from "./text-objects.ts";

const Section = z
  .strictObject({
    type: z.literal("section"),
    ...identified,
    text: anyText(3000).optional(),
    fields: list(anyText(2000), { max: 10 }).optional(),
    accessory: Accessory.optional(),
    expand: z.boolean().optional(),
  })
  .superRefine(({ text, fields }, ctx) => {
    if (!text && !fields) refuse(ctx, ["text"], "is required, or fields");
  });

const Actions = z.strictObject({
  type: z.literal("actions"),
  ...identified,
  elements: list(ActionsElement, { max: 25 }),
});

const Context = z.strictObject({
  type: z.literal("context"),
  ...identified,
  elements: list(ContextElement, { max: 10 }),
});

const Header = z.strictObject({
  type: z.literal("header"),
  ...identified,
  text: plainText(150),
  level: z.int().min(1).max(4).optional(),
});

const Divider = z.strictObject({ type: z.literal("divider"), ...identified });

const Image = z
  .strictObject({ ...identified, ...pictured, title: plainText(2000).optional() })
  .superRefine(eitherOf("image_url", "slack_file"));

const RichText = z.strictObject({
  type: z.literal("rich_text"),
  ...identified,
  elements: RichTextElements,
});

const Input = z.strictObject({
  type: z.literal("input"),
  ...identified,
  label: plainText(2000),
  element: InputElement,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

/** The blocks that stand alone on every surface, and in a container. */
export const baseBlocks = [Section, Actions, Context, Header, Divider, Image, RichText, Input] as const;
