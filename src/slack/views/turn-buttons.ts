import type { ActionsBlock, Button } from "@slack/types";
import { actions, button } from "../blocks.ts";

/** The way to the page before and after, where there is one. `toValue` says what names a page. */
export function turnButtons(
  blockId: string,
  { page, pages }: { readonly page: number; readonly pages: number },
  {
    id,
    words: [before, after] = ["Previous", "Next"],
    toValue = String,
  }: { id: string; words?: readonly [string, string]; toValue?: (page: number) => string },
): ActionsBlock[] {
  const turn = (to: number, text: string): Button =>
    button(`${id}:${text.toLowerCase()}`, { text, value: toValue(to) });
  const turns = [
    ...(page > 1 ? [turn(page - 1, before)] : []),
    ...(page < pages ? [turn(page + 1, after)] : []),
  ];
  return turns.length === 0 ? [] : [actions(blockId, ...turns)];
}
