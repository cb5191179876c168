import { z } from "zod";
import { Button, FeedbackButtons, IconButton, WorkflowButton } from "./buttons.ts";
import { EmailInput, FileInput, NumberInput, PlainTextInput, RichTextInput, UrlInput } from "./inputs.ts";
import {
  BoxOption,
  OverflowOption,
  refuseCrowd,
  refuseForeignChoice,
  refuseRepeatedValues,
} from "./options.ts";
import { actionable, confirmable, eitherOf, focusable, list, pictured } from "./parts.ts";
import { DatePicker, DateTimePicker, TimePicker } from "./pickers.ts";
import { multiSelects, singleSelects } from "./selects.ts";
import { mrkdwn, plain } from "./text-objects.ts";
import { forWrongType, notCovered, onlyType } from "./words.ts";

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

const pressed = [Button, WorkflowButton, Overflow] as const;
const choosers = [Checkboxes, RadioButtons, DatePicker, TimePicker, ...singleSelects] as const;
const typed = [PlainTextInput, NumberInput, EmailInput, UrlInput, FileInput] as const;

/**
 * Without multi-selects: @slack/types lists them for this block, and Slack refuses them
 * (https://github.com/slackapi/python-slack-sdk/issues/1631).
 */
export const ActionsElement = z.discriminatedUnion(
  "type",
  [...pressed, DateTimePicker, RichTextInput, ...choosers],
  { error: misplaced("an actions block") },
);

export const Accessory = z.discriminatedUnion("type", [...pressed, Image, ...choosers, ...multiSelects], {
  error: misplaced("a section"),
});

export const InputElement = z.discriminatedUnion(
  "type",
  [...typed, DateTimePicker, RichTextInput, ...choosers, ...multiSelects],
  { error: misplaced("an input block") },
);

export const ContextElement = z.discriminatedUnion("type", [Image, plain(3000), mrkdwn(3000)], {
  error: misplaced("a context block"),
});

export const ContextActionsElement = z.discriminatedUnion("type", [FeedbackButtons, IconButton], {
  error: misplaced("a context_actions block"),
});

export const CardAction = z.discriminatedUnion("type", [Button], { error: misplaced("a card") });

/** The picture or icon of a block that has one. */
export const Picture = z.discriminatedUnion("type", [Image], { error: onlyType("image") });

const covered = [
  ...pressed,
  ...typed,
  ...choosers,
  ...multiSelects,
  Image,
  DateTimePicker,
  RichTextInput,
  FeedbackButtons,
  IconButton,
];
const coveredTypes = new Set<string>(covered.map((element) => element.shape.type.value));

function misplaced(place: string) {
  return forWrongType((type) =>
    coveredTypes.has(type) ? `"${type}" may not stand in ${place}` : notCovered(type),
  );
}
