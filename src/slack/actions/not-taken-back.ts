import type { Author } from "../../rules/people.ts";
import { cutTo } from "../../rules/text.ts";
import { context, dateOf, markup, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { byWhom } from "../views/profile-words.ts";

const sinceWords = "Not taken back: it was changed again after that.";

/** Who was faster, and when. */
export function changedSince({ by, at }: { by: Author; at: string }): Notice {
  const facts = `${byWhom(by)}, ${dateOf(at, "{date_short_pretty} at {time}")}`;
  return {
    title: "Changed since",
    text: sinceWords,
    blocks: [
      section("sentence", plain(`${sinceWords} History shows what, and restores any of it.`)),
      context("since-facts", markup(facts)),
    ],
  };
}

/** Of a profile that would come back under a name that is another's now. */
export function nameTaken(name: string): Notice {
  return drawSentence(
    "Name taken",
    `“${cutTo(name, 100)}” is a live profile’s name now. Nothing was changed: rename that one first.`,
  );
}
