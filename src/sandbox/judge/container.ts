import { z } from "zod";
import { baseBlocks } from "./base-blocks.ts";
import { Picture } from "./elements.ts";
import { identified, list, refuse } from "./parts.ts";
import { RichTextValue } from "./rich-text.ts";
import { Table } from "./tables.ts";
import { anyText, plainText } from "./text-objects.ts";
import { Video } from "./video.ts";
import { forWrongType } from "./words.ts";

const flag = z.boolean().optional();

const Child = z.discriminatedUnion("type", [...baseBlocks, Table, Video], {
  error: forWrongType((type) => `"${type}" may not stand in a container`),
});

export const Container = z
  .strictObject({
    type: z.literal("container"),
    ...identified,
    title: plainText(150).optional(),
    rich_text_title: RichTextValue.optional(),
    subtitle: anyText(150).optional(),
    icon: Picture.optional(),
    child_blocks: list(Child, { max: 10 }),
    width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
    is_collapsible: flag,
    default_collapsed: flag,
    has_header_divider: flag,
  })
  .superRefine(({ title, rich_text_title, is_collapsible, default_collapsed }, ctx) => {
    if (!title && !rich_text_title) refuse(ctx, ["title"], "is required, or rich_text_title");
    if (default_collapsed && !is_collapsible)
      refuse(ctx, ["default_collapsed"], "needs is_collapsible to be true");
  });
