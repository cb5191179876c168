import type { KnownBlock, ModalView } from "@slack/types";
import { messageText, plain, section } from "./blocks.ts";

/** Something to tell that can stand in a message or in a modal, wherever the person is. */
export interface Notice {
  /** The modal's title, at most 24 characters. */
  readonly title: string;
  /** What the blocks say, in one or two plain sentences; escaped by whoever sends it. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
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

export function noticeMessage({ text, blocks }: Notice): Message {
  return { text: messageText(text), blocks };
}
