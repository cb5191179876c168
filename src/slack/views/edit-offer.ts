import type { ModalView } from "@slack/types";
import type { OwnChanges } from "../../usecases/own-changes.ts";
import { actions, button, context, dateOf, markup, plain, section } from "../blocks.ts";
import { howDraftsAreKept, howTextIsKept } from "./draft-offer.ts";
import { fieldNames, shownNameOf } from "./profile-words.ts";

export const editOffer = { id: "edit-offer", resume: "edit-continue", fresh: "edit-fresh" } as const;

/** What somebody changed in a profile and did not save, or the form as the profile is saved. */
export function drawEditOffer(changes: OwnChanges): ModalView {
  const { id, keptAt } = changes;
  return {
    type: "modal",
    callback_id: editOffer.id,
    title: plain("Edit ICP profile"),
    close: plain("Cancel"),
    blocks: [
      section(
        "changes-when",
        markup(dateOf(keptAt, "Continue your changes of {date_short_pretty} at {time}?")),
      ),
      section("changes-what", plain(`${shownNameOf(changes)}\n${whatIsChanged(changes)}`)),
      ...(changes.isBehind ? [context("changes-behind", plain(behind))] : []),
      context("changes-how", plain(howTextIsKept)),
      actions(
        "changes-do",
        button(editOffer.resume, { text: "Continue changes", value: id, style: "primary" }),
        button(editOffer.fresh, { text: "Start from what is saved", value: id }),
      ),
      context("changes-until", plain(howDraftsAreKept)),
    ],
  };
}

/** "3 fields changed: Name, Industries, Countries" */
export function whatIsChanged({ fields }: Pick<OwnChanges, "fields">): string {
  const names = fields.map((field) => fieldNames[field]).join(", ");
  return `${fields.length === 1 ? "1 field" : `${fields.length} fields`} changed: ${names}`;
}

const behind =
  "Somebody has saved other changes since. When you save, they stay, and where you both changed a field you choose.";

export const changesGone =
  "Your changes are not kept any more: they were saved meanwhile, or 7 days are over. This is what is saved.";

/** On top of the form. */
export function continuingWords({ name, isBehind }: OwnChanges): string {
  const going = `You are going on with your changes of “${shownNameOf({ name })}”.`;
  return isBehind ? `${going} ${behind}` : `${going} What others change meanwhile in other fields stays.`;
}
