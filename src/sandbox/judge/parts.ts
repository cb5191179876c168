import { z } from "zod";
import { anyText, plainText, upTo, words } from "./text-objects.ts";
import { inWords } from "./words.ts";

/** A block_id, an action_id and their like. */
export const Id = words(255);

export const Url = upTo(3000).refine(URL.canParse, "must be a URL");

/** Counts before it looks inside, so that a list of a million costs one complaint. */
export function list<Item extends z.ZodType>(item: Item, { max, empty }: { max: number; empty?: string }) {
  return z.array(z.any()).min(1, { error: empty }).max(max).pipe(z.array(item));
}

/**
 * A list of any length, read up to its first faulty item: for those few to which Slack names no limit. Rich text may
 * be empty too, unlike everything else in Block Kit (https://github.com/slackapi/python-slack-sdk/pull/1576).
 */
export function run(item: z.ZodType) {
  return z.array(z.unknown()).superRefine((items, ctx) => {
    for (const [index, value] of items.entries()) {
      const { error } = item.safeParse(value, { error: inWords });
      if (!error) continue;
      for (const issue of error.issues) ctx.addIssue({ ...issue, path: [index, ...issue.path] });
      return;
    }
  });
}

/** For two fields of which Slack takes exactly one. */
export function eitherOf(first: string, second: string) {
  return (value: Readonly<Record<string, unknown>>, ctx: z.RefinementCtx): void => {
    const [hasFirst, hasSecond] = [value[first] !== undefined, value[second] !== undefined];
    if (!hasFirst && !hasSecond) refuse(ctx, [first], `is required, or ${second}`);
    if (hasFirst && hasSecond) refuse(ctx, [second], `may not stand beside ${first}`);
  };
}

export function refuse(ctx: z.RefinementCtx, path: PropertyKey[], message: string): void {
  ctx.addIssue({ code: "custom", path, message });
}

const Confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(["primary", "danger"]).optional(),
});

const DispatchActionConfig = z.strictObject({
  trigger_actions_on: list(z.enum(["on_enter_pressed", "on_character_entered"]), { max: 2 }),
});

export const identified = { block_id: Id };
export const actionable = { action_id: Id };
export const confirmable = { confirm: Confirm.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholdable = { placeholder: plainText(150).optional() };
export const dispatchable = { dispatch_action_config: DispatchActionConfig.optional() };

const SlackFile = z
  .strictObject({ id: Id.optional(), url: Url.optional() })
  .superRefine(eitherOf("id", "url"));

/** What an image block and an image element have in common, `eitherOf("image_url", "slack_file")` apart. */
export const pictured = {
  type: z.literal("image"),
  alt_text: words(2000),
  image_url: Url.optional(),
  slack_file: SlackFile.optional(),
};
