import type { KnownBlock, ModalView } from "@slack/types";
import { context, messageText, plain, section } from "./blocks.ts";

/** Something to tell that can stand in a message or in a modal, wherever the person is. */
export interface Notice {
  /** The modal's title, at most 24 characters. */
  readonly title: string;
  /** What the blocks say, in one or two plain sentences; escaped by whoever sends it. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The same as a message, where that says or offers more than a modal can. */
  readonly message?: Message;
}

/** A message's content; where it goes is decided by who answers. */
export interface Message {
  /** Escaped: Slack parses it. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

export const noticeId = "notice";

export function noticeModal({ title, blocks }: Notice): ModalView {
  return {
    type: "modal",
    callback_id: noticeId,
    title: plain(title),
    close: plain("Close"),
    blocks: [...blocks],
  };
}

export function drawSentence(title: string, text: string): Notice {
  return { title, text, blocks: [section("sentence", plain(text))] };
}

/** The same with another sentence beneath. */
export function withMore({ title, text, blocks }: Notice, sentence: string): Notice {
  return { title, text: `${text} ${sentence}`, blocks: [...blocks, context("more", plain(sentence))] };
}

export function noticeMessage({ text, blocks, message }: Notice): Message {
  return message ?? { text: messageText(text), blocks };
}
