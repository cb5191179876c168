import type { SubmissionKey, UnknownOutcome } from "../../stores/profile-store.ts";
import { actions, button, context, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";

export const unknownOutcome = { look: "save-look-again", save: "save-once-more" } as const;

/** On top of the form, for whoever saves once more. */
export const mayBeSaved = "Kashew may have this profile already. Saving it once more can make a second one.";

/** Where Kashew's answer to a new profile was lost: what is known, and what the person can do. */
export function drawUnknownOutcome(
  { looked }: Pick<UnknownOutcome, "looked">,
  key: SubmissionKey,
  reason?: string,
): Notice {
  const found =
    looked === "not-found" ? "It isn’t in Kashew now." : "Whether it is in Kashew can’t be told now.";
  const text = `Kashew didn’t say whether this profile was saved. ${reason ?? found}`;
  return {
    title: "Not sure it was saved",
    text: `${text} Look again, or save it once more.`,
    blocks: [
      section("unknown-outcome", plain(text)),
      context(
        "unknown-outcome-kept",
        plain("Nothing is sent again by itself. What you typed is kept for 7 days, for you alone."),
      ),
      actions(
        "unknown-outcome-do",
        button(unknownOutcome.look, { text: "Look again", value: key, style: "primary" }),
        button(unknownOutcome.save, { text: "Save once more", value: "form" }),
      ),
    ],
  };
}
