import type { Fault, FaultCode } from "../errors.ts";
import { actions, button, context, plain, section } from "./blocks.ts";
import type { Notice } from "./notice.ts";

const nothingChanged = "Nothing was changed.";

/** Each fault in a person's words: what is so, and what to do. */
const words: Record<FaultCode, { sentence: string; advice: string }> = {
  "store-busy": {
    sentence: "The profiles are busy with another change.",
    advice: `${nothingChanged} Try again in a few seconds.`,
  },
  "store-damaged": {
    sentence: "This workspace’s profiles can’t be read: their file is damaged.",
    advice: "Whoever operates this app can restore it from a backup.",
  },
  "store-full": {
    sentence: "There is no room left to save profiles.",
    advice: `${nothingChanged} Whoever operates this app can free disk space.`,
  },
  "store-newer": {
    sentence: "This workspace’s profiles were written by a newer version of this app.",
    advice: `${nothingChanged} Whoever operates this app can update it.`,
  },
  "store-read-only": {
    sentence: "This workspace’s profiles can be read but not changed: their file is read-only.",
    advice: `${nothingChanged} Whoever operates this app can make it writable.`,
  },
  "store-unreachable": {
    sentence: "This workspace’s profiles can’t be reached.",
    advice: `${nothingChanged} Try again in a minute; if it stays so, tell whoever operates this app.`,
  },
  "sealed-shut": {
    sentence: "This app can’t open the keys it keeps for this workspace.",
    advice: "Whoever operates this app can mend its encryption keys.",
  },
  "slack-refused": {
    sentence: "Slack refused what this app asked of it.",
    advice: "Try again; if it stays so, tell whoever operates this app.",
  },
  "slack-unreachable": {
    sentence: "This app can’t reach Slack right now.",
    advice: "Try again in a minute.",
  },
  "trigger-expired": {
    sentence: "Slack gave this app three seconds to open that, and they were over.",
    advice: "Nothing is lost. Try again.",
  },
  unexpected: {
    sentence: "Sorry, something went wrong that shouldn’t have.",
    advice: "Try again; if it stays so, tell whoever operates this app the reference below.",
  },
};

/** `again` is the command that may be tried once more with a button. */
export function drawFault(
  { code }: Fault,
  { reference, again }: { reference: string; again?: string },
): Notice {
  const { sentence, advice } = words[code];
  return {
    title: "That didn’t work",
    text: `${sentence} ${advice} Reference ${reference}.`,
    blocks: [
      section("fault", plain(`${sentence} ${advice}`)),
      context("fault-reference", plain(`Reference ${reference}`)),
      ...(again === undefined
        ? []
        : [actions("fault-do", button("run:again", { text: "Try again", value: again }))]),
    ],
  };
}

/** For a place that holds one line: under a field, or in a menu. */
export function faultLine({ code }: Fault, reference: string): string {
  const { sentence, advice } = words[code];
  return `${sentence} ${advice} Reference ${reference}.`;
}
