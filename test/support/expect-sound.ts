import type { HomeView, ModalView } from "@slack/types";
import { expect } from "vitest";
import { judgeHome, judgeMessage, judgeModal } from "../../src/sandbox/judge/judge.ts";
import type { Message } from "../../src/slack/notice.ts";
import { mentions } from "./arbitraries.ts";

/** Slack takes the message, and nothing that a person typed mentions anybody in it. */
export function expectSoundMessage(message: Message): void {
  expect(judgeMessage(message)).toEqual([]);
  expect([message.text, ...markupIn(message)].filter(mentionsSomebody)).toEqual([]);
}

/** Slack takes the modal, and nothing that a person typed mentions anybody in it. */
export function expectSoundModal(view: ModalView): void {
  expect(judgeModal(view)).toEqual([]);
  expect(markupIn(view).filter(mentionsSomebody)).toEqual([]);
}

/** Slack takes the home, and nothing that a person typed mentions anybody in it. */
export function expectSoundHome(view: HomeView): void {
  expect(judgeHome(view)).toEqual([]);
  expect(markupIn(view).filter(mentionsSomebody)).toEqual([]);
}

function mentionsSomebody(text: string): boolean {
  return mentions.some((mention) => text.includes(mention));
}

function markupIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "type" in value && value.type === "mrkdwn" && "text" in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
}
