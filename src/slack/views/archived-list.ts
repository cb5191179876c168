import type { KnownBlock, ModalView } from "@slack/types";
import type { ArchivedProfile } from "../../stores/profile-archive.ts";
import type { ListArchivedAnswer } from "../../usecases/archive-profile.ts";
import { actions, button, context, plain, section } from "../blocks.ts";
import { archivedFacts, historyButton, restoreButton } from "./archived-profile.ts";
import { deleteForm } from "./delete-form.ts";
import { undoButton } from "./profile-change.ts";
import { shownNameOf } from "./profile-words.ts";
import { turnButtons } from "./turn-buttons.ts";

export const archivedList = {
  id: "archived-profiles",
  open: "archived-open",
  page: "archived-page",
} as const;

type Listed = Extract<ListArchivedAnswer, { kind: "listed" }>;

/** What this person has just done in the archive, and the change that can be undone. */
export interface SaidOfArchive {
  readonly text: string;
  readonly undo?: Parameters<typeof undoButton>[0];
}

/** What is out of the list, the newest first, ten a page. */
export function drawArchivedList(listed: Listed, said?: SaidOfArchive): ModalView {
  const { items, page, pages, total } = listed;
  return {
    type: "modal",
    callback_id: archivedList.id,
    title: plain("Archived profiles"),
    close: plain("Close"),
    blocks: [
      ...(said === undefined
        ? []
        : [section("archived-said", plain(said.text), said.undo && undoButton(said.undo))]),
      ...items.flatMap((archived) => drawArchived(archived, listed)),
      context(
        "archived-where",
        plain(total === 0 ? "Nothing is archived." : `Page ${page} of ${pages}, ${total} in all`),
      ),
      ...turnButtons("archived-turn", listed, { id: archivedList.page }),
    ],
  };
}

/** Below the list of those that are live; nothing where nothing is archived. */
export function archivedButtons(count = 0) {
  return count === 0 ? [] : [button(archivedList.open, { text: `Archived (${count})`, value: "1" })];
}

function drawArchived(archived: ArchivedProfile, { mayChange, mayDelete }: Listed): KnownBlock[] {
  const { id } = archived;
  const { name } = archived.draft;
  const remove = button(deleteForm.open, {
    text: "Delete for good…",
    value: id,
    label: `Delete ${name} for good`,
  });
  return [
    section(`archived:${id}`, plain(shownNameOf(archived.draft))),
    archivedFacts(`archived-facts:${id}`, archived),
    actions(
      `archived-do:${id}`,
      ...(mayChange ? [restoreButton(archived)] : []),
      historyButton({ id, name }),
      ...(mayDelete ? [remove] : []),
    ),
  ];
}
