import type { ContextBlock, ModalView } from "@slack/types";
import type { ArchivedProfile } from "../../stores/profile-archive.ts";
import { actions, button, context, dateOf, header, markup, plain, section } from "../blocks.ts";
import { undoButton } from "./profile-change.ts";
import { profileHistory } from "./profile-history.ts";
import { byWhom } from "./profile-words.ts";

export const archivedProfile = { restore: "archived-restore" } as const;

/** One profile that is not in the list. `canUndo` where this person has just archived it. */
export function drawArchivedProfile({
  archived,
  mayChange,
  canUndo = false,
}: {
  archived: ArchivedProfile;
  mayChange: boolean;
  canUndo?: boolean;
}): ModalView {
  const { id, revision } = archived;
  const { name } = archived.draft;
  return {
    type: "modal",
    callback_id: "archived-profile",
    title: plain("Archived"),
    close: plain("Close"),
    blocks: [
      header("archived-name", name),
      section(
        "archived-what",
        plain("It is out of the list, and its name is free. Nothing of it is deleted."),
        canUndo ? undoButton({ id, revision, name }) : undefined,
      ),
      archivedFacts("archived-facts", archived),
      actions(
        "archived-do",
        ...(mayChange && !canUndo ? [restoreButton(archived)] : []),
        historyButton({ id, name }),
      ),
    ],
  };
}

/** Who archived it when, and why. */
export function archivedFacts(blockId: string, { at, by, reason }: ArchivedProfile): ContextBlock {
  const facts = `${dateOf(at, "Archived {date_short_pretty} at {time}")} ${byWhom(by)}`;
  return context(blockId, markup(facts), ...(reason === "" ? [] : [plain(`Reason: ${reason}`)]));
}

export function restoreButton({ id, draft: { name } }: ArchivedProfile) {
  return button(archivedProfile.restore, { text: "Restore", value: id, label: `Restore ${name}` });
}

export function historyButton({ id, name }: { id: string; name: string }) {
  return button(profileHistory.open, { text: "History", value: id, label: `History of ${name}` });
}
