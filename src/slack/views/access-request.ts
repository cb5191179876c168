import type { Button, KnownBlock } from "@slack/types";
import type { AccessRequest } from "../../stores/access-store.ts";
import { actions, button, dateOf, markup, messageText, plain, section } from "../blocks.ts";
import type { Message, Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { closedWords, nameOr } from "./access-ask.ts";

export const accessRequest = {
  ask: "access-request",
  withdraw: "access-withdraw",
  /** Opens the form with what was typed before. */
  resume: "access-continue",
} as const;

/** Under a refusal. */
export function requestButton(verb: "create" | "change"): Button {
  return button(accessRequest.ask, {
    text: "Request access",
    value: verb,
    label: `Request access to ${verb} ICP profiles`,
    style: "primary",
  });
}

/** After the press: how many were asked. */
export function drawAsked({ id }: AccessRequest, count: number): Notice {
  const admins = count === 1 ? "1 admin" : `${count} admins`;
  return {
    title: "Access requested",
    text: `Asked ${admins}. You will get a message from this app when one of them answers.`,
    blocks: [
      section(
        "asked",
        markup(`*Asked ${admins}.* You will get a message from this app when one of them answers.`),
      ),
      withdrawing(id),
    ],
  };
}

/** After a second press. */
export function drawAskedAlready({ id, askedAt }: AccessRequest): Notice {
  return {
    title: "Access requested",
    text: "You have asked already. You will get a message from this app when somebody answers.",
    blocks: [
      section(
        "asked",
        markup(
          `*You have asked already*, ${dateOf(askedAt, "{date_short_pretty} at {time}")}. You will get a message from this app when somebody answers.`,
        ),
      ),
      withdrawing(id),
    ],
  };
}

/** For somebody who was given the scope meanwhile. */
export function drawHeld(): Notice {
  const notice = drawSentence("Access", "You may create and change ICP profiles here.");
  return { ...notice, blocks: [...notice.blocks, actions("held-do", resumeButton(newest))] };
}

/** What the person is told who asked. */
export function drawAnswer({ state }: AccessRequest, closedBy: string): Message {
  const who = nameOr(closedBy);
  if (state === "denied") {
    const text = `${who} denied your request to create and change ICP profiles.`;
    return { text: messageText(text), blocks: [section("answer", plain(text))] };
  }
  const text = `${who} allowed your request: you may create and change ICP profiles now.`;
  const blocks: KnownBlock[] = [section("answer", plain(text)), actions("answer-do", resumeButton(newest))];
  return { text: messageText(`${text} Press Continue to go on where you stopped.`), blocks };
}

/** For a press that came too late. */
export function drawTooLate({ state }: AccessRequest, closedBy: string): Notice {
  return drawSentence("Already answered", `${closedWords(state, closedBy)} before. Nothing was changed.`);
}

function withdrawing(id: string): KnownBlock {
  return actions("asked-do", button(accessRequest.withdraw, { text: "Withdraw request", value: id }));
}

/** What somebody typed last before they were refused, for a new profile or in one that is there. */
export const newest = "newest";

/** Opens the form with what was typed before. */
export function resumeButton(value: "form" | typeof newest = "form"): Button {
  return button(accessRequest.resume, {
    text: "Continue",
    value,
    label: "Continue with the ICP profile",
    style: "primary",
  });
}
