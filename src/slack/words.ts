import type { Fault, FaultCode } from "../errors.ts";
import { actions, button, context, linkButton, plain, section } from "./blocks.ts";
import type { FaultFacts, Words } from "./kashew-words.ts";
import { kashewWords, nothingChanged } from "./kashew-words.ts";
import type { Notice } from "./notice.ts";

/** Each fault in a person's words. */
const words: Record<FaultCode, (fault: FaultFacts) => Words> = {
  ...kashewWords,
  "post-unconfirmed": () => ({
    sentence: "Slack didn’t say whether this was posted.",
    advice: "Look into the channel. To share it again, close this form and open a new one.",
    isCuredByRetry: false,
  }),
  "reply-expired": () => ({
    sentence: "Slack takes answers to this for half an hour, and that is over.",
    advice: `${nothingChanged} Open it anew.`,
    isCuredByRetry: true,
  }),
  "sealed-shut": () => ({
    sentence: "This app can’t open the keys it keeps for this workspace.",
    advice: "Whoever operates this app can mend its encryption keys.",
    isCuredByRetry: false,
  }),
  "slack-busy": ({ retryAfterSeconds: seconds }) => ({
    sentence: `Slack asks this app to wait ${seconds === undefined ? "a little" : `${seconds} s`}.`,
    advice: `${nothingChanged} Try again after that.`,
    isCuredByRetry: true,
  }),
  "slack-late": () => ({
    sentence: "Slack didn’t answer in time, and may have done it all the same.",
    advice: "Look first, and try again if it isn’t there.",
    isCuredByRetry: true,
  }),
  "slack-refused": () => ({
    sentence: "Slack refused what this app asked of it.",
    advice: "Try again; if it stays so, tell whoever operates this app.",
    isCuredByRetry: true,
  }),
  "slack-slow": () => ({
    sentence: "Slack is slow, and this is still on its way.",
    advice: "Press the button once more to see how it went: nothing is done twice.",
    isCuredByRetry: true,
  }),
  "slack-unreachable": () => ({
    sentence: "This app can’t reach Slack right now.",
    advice: "Try again in a minute.",
    isCuredByRetry: true,
  }),
  "store-busy": () => ({
    sentence: "The profiles are busy with another change.",
    advice: `${nothingChanged} Try again in a few seconds.`,
    isCuredByRetry: true,
  }),
  "store-damaged": () => ({
    sentence: "This workspace’s profiles can’t be read: their file is damaged.",
    advice: "Whoever operates this app can restore it from a backup.",
    isCuredByRetry: false,
  }),
  "store-full": () => ({
    sentence: "There is no room left to save profiles.",
    advice: `${nothingChanged} Whoever operates this app can free disk space.`,
    isCuredByRetry: false,
  }),
  "store-newer": () => ({
    sentence: "This workspace’s profiles were written by a newer version of this app.",
    advice: `${nothingChanged} Whoever operates this app can update it.`,
    isCuredByRetry: false,
  }),
  "store-read-only": () => ({
    sentence: "This workspace’s profiles can be read but not changed: their file is read-only.",
    advice: `${nothingChanged} Whoever operates this app can make it writable.`,
    isCuredByRetry: false,
  }),
  "store-unreachable": () => ({
    sentence: "This workspace’s profiles can’t be reached.",
    advice: `${nothingChanged} Try again in a minute; if it stays so, tell whoever operates this app.`,
    isCuredByRetry: true,
  }),
  "too-many": () => ({
    sentence: "This workspace asks more of this app at once than it can take.",
    advice: `${nothingChanged} Try again in a few seconds.`,
    isCuredByRetry: true,
  }),
  "trigger-expired": () => ({
    sentence: "Slack gave this app three seconds to open that, and they were over.",
    advice: "Nothing is lost. Try again.",
    isCuredByRetry: true,
  }),
  "trigger-used": () => ({
    sentence: "That press has opened something already, and Slack lets it open one thing.",
    advice: "Nothing is lost. If nothing is open, try again.",
    isCuredByRetry: true,
  }),
  unexpected: () => ({
    sentence: "Sorry, something went wrong that shouldn’t have.",
    advice: "Try again; if it stays so, tell whoever operates this app the reference below.",
    isCuredByRetry: true,
  }),
};

/** What the words of a fault need to know beside the fault. */
export interface FaultScene {
  /** Stands in the log, too. */
  readonly reference: string;
  /** The command that may be tried once more with a button. */
  readonly again?: string | undefined;
  /** Where help is, for what nobody here can explain. */
  readonly supportUrl?: string | undefined;
}

export function drawFault(fault: Fault, { reference, again, supportUrl }: FaultScene): Notice {
  const { sentence, advice, isCuredByRetry } = words[fault.code](fault);
  const retry = isCuredByRetry ? "Try again" : "Check again";
  const buttons = [
    ...(again === undefined ? [] : [button("run:again", { text: retry, value: again })]),
    ...(fault.code === "unexpected" && supportUrl !== undefined ? [supportButton(supportUrl)] : []),
  ];
  return {
    title: "That didn’t work",
    text: `${sentence} ${advice} Reference ${reference}.`,
    blocks: [
      section("fault", plain(`${sentence} ${advice}`)),
      context("fault-reference", plain(`Reference ${reference}`)),
      ...(buttons.length === 0 ? [] : [actions("fault-do", ...buttons)]),
    ],
  };
}

/** For a place that holds one line: under a field, or in a menu. */
export function faultLine(
  fault: Fault,
  { reference, supportUrl }: Pick<FaultScene, "reference" | "supportUrl">,
): string {
  const { sentence, advice } = words[fault.code](fault);
  const help = fault.code === "unexpected" && supportUrl !== undefined ? ` Help: ${supportUrl}` : "";
  return `${sentence} ${advice.replace(" below", "")} Reference ${reference}.${help}`;
}

/** What is so, as a part of a report. */
export function faultSentence(fault: Fault): string {
  return words[fault.code](fault).sentence;
}

/** The words of a fault of which no more is known than its code. */
export function faultWords(code: FaultCode): Omit<Words, "isCuredByRetry"> {
  return words[code]({ retryAfterSeconds: undefined, said: undefined });
}

/** A link out of Slack to whoever helps with this app. */
export function supportButton(url: string) {
  return linkButton("link:support", { text: "Get help", url });
}
