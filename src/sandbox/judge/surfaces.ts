import { z } from "zod";
import { Block } from "./blocks.ts";
import { Id, list } from "./parts.ts";
import { plainText, upTo, words } from "./text-objects.ts";

const flag = z.boolean().optional();
const text = words(4000);

/** What `event_payload` holds is the app's own affair. */
const Metadata = z.strictObject({
  event_type: z.string().regex(/^\w+$/, "must be letters, digits and underscores"),
  event_payload: z.record(z.string(), z.unknown()),
});

/** Without `text` a screen reader and a notification have nothing to say, so it is required. */
export const Message = z.strictObject({
  channel: z.string().min(1).optional(),
  thread_ts: z.string().min(1).optional(),
  text,
  blocks: list(Block, { max: 50 }).optional(),
  response_type: z.enum(["ephemeral", "in_channel"]).optional(),
  replace_original: flag,
  delete_original: flag,
  metadata: Metadata.optional(),
  unfurl_links: flag,
  unfurl_media: flag,
  mrkdwn: flag,
});

/** A message whose `delete_original` is true says nothing. */
export const Deletion = Message.extend({ text: text.optional() });

const view = {
  blocks: list(Block, { max: 100 }),
  private_metadata: upTo(3000).optional(),
  external_id: Id.optional(),
};

/** Submissions are told apart by `callback_id`, so it is required. */
export const Modal = z.strictObject({
  type: z.literal("modal"),
  ...view,
  callback_id: Id,
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  notify_on_close: flag,
  clear_on_close: flag,
  submit_disabled: flag,
});

export const Home = z.strictObject({ type: z.literal("home"), ...view, callback_id: Id.optional() });
