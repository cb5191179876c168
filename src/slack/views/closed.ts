import { actions, button } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";

/** For somebody who closed a modal before Slack let us fill it. */
export function drawClosed(title: string, again: string | undefined): Notice {
  const notice = drawSentence(
    "Closed too soon",
    `“${title}” was closed before it was ready. Nothing was changed.`,
  );
  if (again === undefined) return notice;
  const open = button("run:again", { text: "Open it again", value: again });
  return { ...notice, blocks: [...notice.blocks, actions("closed-do", open)] };
}
