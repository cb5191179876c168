import type { PlainTextOption } from "@slack/types";
import { limits } from "../../rules/profile.ts";
import { cleanLine, cutTo } from "../../rules/text.ts";
import type { Suggestion } from "../../rules/vocabulary/suggest.ts";
import { option } from "../blocks.ts";
import { slackLimits } from "../limits.ts";
import { profilesCounted } from "./profile-words.ts";

/**
 * The menu of a type-ahead. What can be chosen is the word itself, since the chip shows the option's text; a value
 * longer than any word tells the reader of the form that a remark was chosen.
 */
export function drawSuggestions(suggestions: readonly Suggestion[], typed: string): PlainTextOption[] {
  return suggestions.flatMap((suggestion) => optionsFor(suggestion, typed));
}

function optionsFor(suggestion: Suggestion, typed: string): PlainTextOption | PlainTextOption[] {
  switch (suggestion.kind) {
    case "term":
      return suggestion.usedIn === 0
        ? option(suggestion.term)
        : option(suggestion.term, suggestion.term, `Used in ${profilesCounted(suggestion.usedIn)}`);
    case "as-typed":
      return option(suggestion.term, suggestion.term, "Use as typed");
    case "several": {
      const all = option(
        JSON.stringify(suggestion.terms),
        suggestion.terms.join(", "),
        `Add all ${suggestion.terms.length}`,
      );
      return fits(all) ? all : [];
    }
    case "too-long":
      return drawRemark(`Too long: ${suggestion.limit} characters at most`, typed);
    case "too-many":
      return drawRemark(`More than ${suggestion.limit} at once: add them in two goes`, typed);
  }
}

/** An option that says something and that no form accepts. */
export function drawRemark(remark: string, typed = ""): PlainTextOption {
  // Clean, as the reader makes it, or it might shrink to a word that is taken.
  const line = cleanLine(typed);
  const value = line.length > limits.term ? line : cleanLine(remark).padEnd(limits.term + 1, ".");
  return option(
    value.slice(0, slackLimits.optionValue).toWellFormed(),
    cutTo(remark, slackLimits.optionText),
  );
}

/** Known spellings can be longer than what was typed; the words still follow one by one. */
function fits({ text, value = "" }: PlainTextOption): boolean {
  return text.text.length <= slackLimits.optionText && value.length <= slackLimits.optionValue;
}
