import { z } from "zod";
import { forWrongType, notCovered, onlyType } from "./words.ts";

/** A text object that may only be plain. */
export function plainText(max: number) {
  return z.discriminatedUnion("type", [plain(max)], { error: onlyType("plain_text") });
}

/** A text object of either kind. */
export function anyText(max: number) {
  return z.discriminatedUnion("type", [plain(max), mrkdwn(max)], { error: forWrongType(notCovered) });
}

export function plain(max: number) {
  return z.strictObject({ type: z.literal("plain_text"), text: words(max), emoji: z.boolean().optional() });
}

export function mrkdwn(max: number) {
  return z.strictObject({ type: z.literal("mrkdwn"), text: words(max), verbatim: z.boolean().optional() });
}

/** A string that says something: 1 to `max` long. */
export function words(max: number) {
  return upTo(max).min(1);
}

/**
 * A string of at most `max` UTF-16 units. Slack does not say whether it counts these or code points, of which there
 * are never more; zod's own `max` counts code points.
 */
export function upTo(max: number) {
  return z.string().superRefine((text, ctx) => {
    if (text.length > max) {
      ctx.addIssue({ code: "custom", message: `is ${text.length} long; at most ${max} fit` });
    }
  });
}
