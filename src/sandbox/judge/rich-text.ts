import { z } from "zod";
import { Id, run, Url } from "./parts.ts";
import { forWrongType, notCovered, onlyType } from "./words.ts";

const flag = z.boolean().optional();

const style = { bold: flag, italic: flag, strike: flag, underline: flag, code: flag };
const styled = { style: z.strictObject(style).optional() };
const mention = {
  style: z.strictObject({ ...style, highlight: flag, client_highlight: flag, unlink: flag }).optional(),
};

const Text = z.strictObject({ type: z.literal("text"), text: z.string().min(1), ...styled });

const Link = z.strictObject({
  type: z.literal("link"),
  url: Url,
  text: z.string().min(1).optional(),
  unsafe: flag,
  ...styled,
});

const Emoji = z.strictObject({
  type: z.literal("emoji"),
  name: z.string().min(1),
  unicode: z.string().min(1).optional(),
  url: Url.optional(),
  ...styled,
});

const DateElement = z.strictObject({
  type: z.literal("date"),
  timestamp: z.int(),
  format: z.string().min(1),
  url: Url.optional(),
  fallback: z.string().min(1).optional(),
  ...styled,
});

const User = z.strictObject({ type: z.literal("user"), user_id: Id, ...mention });
const Channel = z.strictObject({ type: z.literal("channel"), channel_id: Id, ...mention });
const Usergroup = z.strictObject({ type: z.literal("usergroup"), usergroup_id: Id, ...mention });
const Team = z.strictObject({ type: z.literal("team"), team_id: Id, ...styled });
const Broadcast = z.strictObject({
  type: z.literal("broadcast"),
  range: z.enum(["here", "channel", "everyone"]),
  ...styled,
});

const Color = z.strictObject({
  type: z.literal("color"),
  value: z.string().regex(/^#[0-9a-f]{6}$/i, "must be a color as #RRGGBB"),
  ...styled,
});

const inline = [Text, Link, Emoji, DateElement, User, Channel, Usergroup, Team, Broadcast, Color] as const;
const inlineTypes = new Set<string>(inline.map((element) => element.shape.type.value));

const Inline = z.discriminatedUnion("type", inline, { error: forWrongType(notCovered) });
const Preformattable = z.discriminatedUnion("type", [Text, Link], {
  error: forWrongType((type) =>
    inlineTypes.has(type) ? `"${type}" may not stand in preformatted text` : notCovered(type),
  ),
});

const bordered = { border: z.union([z.literal(0), z.literal(1)]).optional() };

const Section = z.strictObject({ type: z.literal("rich_text_section"), elements: run(Inline) });

const Quote = z.strictObject({ type: z.literal("rich_text_quote"), elements: run(Inline), ...bordered });

const Preformatted = z.strictObject({
  type: z.literal("rich_text_preformatted"),
  elements: run(Preformattable),
  language: z.string().min(1).optional(),
  ...bordered,
});

const List = z.strictObject({
  type: z.literal("rich_text_list"),
  style: z.enum(["bullet", "ordered"]),
  elements: run(z.discriminatedUnion("type", [Section], { error: onlyType("rich_text_section") })),
  indent: z.int().min(0).max(8).optional(),
  offset: z.int().min(0).optional(),
  ...bordered,
});

export const RichTextElements = run(
  z.discriminatedUnion("type", [Section, List, Quote, Preformatted], { error: forWrongType(notCovered) }),
).min(1);

/** Rich text inside something else, such as a cell of a table, where nobody needs a block_id. */
export const RichTextValue = z.strictObject({
  type: z.literal("rich_text"),
  block_id: Id.optional(),
  elements: RichTextElements,
});
