import { z } from "zod";
import { Option, OptionGroup, refuseRepeatedValues } from "./options.ts";
import { eitherOf, list } from "./parts.ts";
import { forWrongType } from "./words.ts";

const atLeastOne = { max: 100, empty: "an empty answer leaves the previous one standing" };

/** The answer to a block_suggestion. */
export const OptionsAnswer = z
  .strictObject({
    options: list(Option, atLeastOne).optional(),
    option_groups: list(OptionGroup, atLeastOne).optional(),
  })
  .superRefine(eitherOf("options", "option_groups"))
  .superRefine(refuseRepeatedValues);

/** The shape of a submission's ack. What `view` and `errors` hold is judged apart. */
export const SubmissionAnswer = z.discriminatedUnion(
  "response_action",
  [
    z.strictObject({ response_action: z.literal("clear") }),
    z.strictObject({ response_action: z.enum(["update", "push"]), view: z.looseObject({}) }),
    z.strictObject({ response_action: z.literal("errors"), errors: z.looseObject({}) }),
  ],
  { error: forWrongType(() => 'must be "update" or "push" or "clear" or "errors"') },
);
