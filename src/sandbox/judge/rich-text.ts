import { z } from "zod";
import { Id, Url } from "./parts.ts";
import { forWrongType, inWords, notCovered } from "./words.ts";

const flag = z.boolean().optional();

const styled = {
  style: z.strictObject({ bold: flag, italic: flag, strike: flag, underline: flag, code: flag }).optional(),
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

const User = z.strictObject({ type: z.literal("user"), user_id: Id, ...styled });
const Channel = z.strictObject({ type: z.literal("channel"), channel_id: Id, ...styled });
const Usergroup = z.strictObject({ type: z.literal("usergroup"), usergroup_id: Id, ...styled });
const Broadcast = z.strictObject({
  type: z.literal("broadcast"),
  range: z.enum(["here", "channel", "everyone"]),
  ...styled,
});

const inline = [Text, Link, Emoji, DateElement, User, Channel, Usergroup, Broadcast] as const;
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
  elements: run(z.discriminatedUnion("type", [Section], { error: forWrongType(onlySections) })),
  indent: z.int().min(0).max(8).optional(),
  offset: z.int().min(0).optional(),
  ...bordered,
});

export const RichTextElements = run(
  z.discriminatedUnion("type", [Section, List, Quote, Preformatted], { error: forWrongType(notCovered) }),
).min(1);

/**
 * A list of any length, read up to its first faulty item. Slack names no limit here and takes empty lists, unlike
 * everywhere else in Block Kit (https://github.com/slackapi/python-slack-sdk/pull/1576).
 */
function run(item: z.ZodType) {
  return z.array(z.unknown()).superRefine((items, ctx) => {
    for (const [index, value] of items.entries()) {
      const { error } = item.safeParse(value, { error: inWords });
      if (!error) continue;
      for (const issue of error.issues) ctx.addIssue({ ...issue, path: [index, ...issue.path] });
      return;
    }
  });
}

function onlySections(): string {
  return 'must be "rich_text_section" here';
}
