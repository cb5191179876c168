import type { TextObject } from "@slack/types";
import { withEmoji } from "./emoji.ts";
import { Mrkdwn, MrkdwnLine } from "./mrkdwn.tsx";

/** A text object of either kind. */
export function Text({ text }: { text: TextObject }) {
  if (text.type === "mrkdwn") return <Mrkdwn text={text.text} verbatim={text.verbatim === true} />;
  return <span class="kit-words">{plainOf(text)}</span>;
}

/** A text object within a line: without quotes and preformatted text. */
export function Line({ text }: { text: TextObject }) {
  if (text.type === "mrkdwn") return <MrkdwnLine text={text.text} verbatim={text.verbatim === true} />;
  return <>{plainOf(text)}</>;
}

/** The words of a plain text; `emoji: false` leaves its shortcodes alone. */
export function plainOf(text: { text: string; emoji?: boolean } | undefined): string {
  if (text === undefined) return "";
  return text.emoji === false ? text.text : withEmoji(text.text);
}
