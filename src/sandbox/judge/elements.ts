import { z } from "zod";
import { DatePicker, NumberInput, PlainTextInput, TimePicker } from "./inputs.ts";
import {
  BoxOption,
  OverflowOption,
  refuseCrowd,
  refuseForeignChoice,
  refuseRepeatedValues,
} from "./options.ts";
import { actionable, confirmable, eitherOf, focusable, list, pictured, Url } from "./parts.ts";
import { multiSelects, singleSelects } from "./selects.ts";
import { mrkdwn, plain, plainText, upTo, words } from "./text-objects.ts";
import { forWrongType, notCovered } from "./words.ts";

const Button = z.strictObject({
  type: z.literal("button"),
  ...actionable,
  ...confirmable,
  text: plainText(75),
  value: upTo(2000).optional(),
  url: Url.optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: words(75).optional(),
});

const Overflow = z
  .strictObject({
    type: z.literal("overflow"),
    ...actionable,
    ...confirmable,
    options: list(OverflowOption, { max: 5 }),
  })
  .superRefine(refuseRepeatedValues);

const boxes = { ...actionable, ...confirmable, ...focusable, options: list(BoxOption, { max: 10 }) };

const Checkboxes = z
  .strictObject({
    type: z.literal("checkboxes"),
    ...boxes,
    initial_options: list(BoxOption, { max: 10 }).optional(),
  })
  .superRefine(refuseRepeatedValues)
  .superRefine(refuseForeignChoice)
  .superRefine(refuseCrowd("initial_options"));

const RadioButtons = z
  .strictObject({ type: z.literal("radio_buttons"), ...boxes, initial_option: BoxOption.optional() })
  .superRefine(refuseRepeatedValues)
  .superRefine(refuseForeignChoice);

const Image = z.strictObject(pictured).superRefine(eitherOf("image_url", "slack_file"));

const choosers = [Checkboxes, RadioButtons, DatePicker, TimePicker, ...singleSelects] as const;

/**
 * Without multi-selects: @slack/types lists them for this block, and Slack refuses them
 * (https://github.com/slackapi/python-slack-sdk/issues/1631).
 */
export const ActionsElement = z.discriminatedUnion("type", [Button, Overflow, ...choosers], {
  error: misplaced("an actions block"),
});

export const Accessory = z.discriminatedUnion(
  "type",
  [Button, Overflow, Image, ...choosers, ...multiSelects],
  { error: misplaced("a section") },
);

export const InputElement = z.discriminatedUnion(
  "type",
  [PlainTextInput, NumberInput, ...choosers, ...multiSelects],
  { error: misplaced("an input block") },
);

export const ContextElement = z.discriminatedUnion("type", [Image, plain(3000), mrkdwn(3000)], {
  error: misplaced("a context block"),
});

const covered = [Button, Overflow, Image, PlainTextInput, NumberInput, ...choosers, ...multiSelects];
const coveredTypes = new Set<string>(covered.map((element) => element.shape.type.value));

function misplaced(place: string) {
  return forWrongType((type) =>
    coveredTypes.has(type) ? `"${type}" may not stand in ${place}` : notCovered(type),
  );
}
