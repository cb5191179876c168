import type { ActionsBlock } from "@slack/types";
import type { AccessRequest } from "../../stores/access-store.ts";
import { actions, button, context, markup, messageText, plain, section } from "../blocks.ts";
import type { Message } from "../notice.ts";

export const accessAsk = { allow: "access-allow", deny: "access-deny" } as const;

/** What an admin gets. It names no channel: the request may come from a private one. */
export function drawAccessAsk(
  { id }: Pick<AccessRequest, "id">,
  { name, others, command }: { name: string; others: number; command: string },
): Message {
  const who = nameOr(name);
  const shared =
    others === 0
      ? ""
      : ` ${others === 1 ? "1 other admin" : `${others} other admins`} got this too; the first answer counts.`;
  return {
    text: messageText(
      `${who} asks to create and change ICP profiles (icp:write). Allow or deny in this message.`,
    ),
    blocks: [
      section("ask", plain(`${who} asks to create and change ICP profiles.`)),
      context(
        "ask-why",
        markup(
          `Allow gives the \`icp:write\` scope until it is taken back in \`${command} access\`.${shared}`,
        ),
      ),
      drawAnswering("ask-do", { id, name }),
    ],
  };
}

/** Allow and Deny, wherever a request is told of. */
export function drawAnswering(blockId: string, { id, name }: { id: string; name: string }): ActionsBlock {
  const who = nameOr(name);
  return actions(
    blockId,
    button(accessAsk.allow, {
      text: "Allow",
      value: id,
      label: `Allow ${who} to create ICP profiles`,
      style: "primary",
    }),
    button(accessAsk.deny, { text: "Deny", value: id, label: `Deny ${who}’s request` }),
  );
}

/** What becomes of it when it is closed. Names are plain text: a mention would notify. */
export function drawAccessClosed(
  { state, closedAt }: AccessRequest,
  { name, closedBy }: { name: string; closedBy: string },
): Message {
  const asked = `${nameOr(name)} asked to create and change ICP profiles.`;
  const done = closedWords(state, closedBy);
  return {
    text: messageText(`${asked} ${done}.`),
    blocks: [
      section("ask", plain(asked)),
      {
        type: "rich_text",
        block_id: "ask-closed",
        elements: [
          { type: "rich_text_section", elements: [{ type: "text", text: done }, ...timeOf(closedAt)] },
        ],
      },
    ],
  };
}

/** What became of a request. */
export function closedWords(state: AccessRequest["state"], closedBy: string): string {
  const did = { open: "was asked", allowed: "allowed", denied: "denied", withdrawn: "withdrew" }[state];
  return `${nameOr(closedBy)} ${did} this`;
}

/** Slack does not always say how somebody is called. */
export function nameOr(name: string): string {
  return name === "" ? "Somebody" : name;
}

function timeOf(at: string | undefined) {
  if (at === undefined) return [];
  const timestamp = Math.floor(Date.parse(at) / 1000);
  const fallback = `${at.slice(11, 16)} UTC`;
  const date = { type: "date" as const, timestamp, format: "{time}", fallback };
  return [{ type: "text" as const, text: ", " }, date];
}
