import type { ModalView } from "@slack/types";
import { setFields } from "../../rules/hints.ts";
import { limits, termFields } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { KeptDraft } from "../../stores/draft-store.ts";
import { actions, button, context, dateOf, markup, plain, section } from "../blocks.ts";
import { fieldNames } from "./profile-words.ts";

export const draftOffer = { id: "draft-offer", resume: "draft-continue", fresh: "draft-fresh" } as const;

/** What somebody filled in and did not save, or a form without it. `name` was typed with the command. */
export function drawDraftOffer({ values, keptAt }: KeptDraft, name: string): ModalView {
  return {
    type: "modal",
    callback_id: draftOffer.id,
    title: plain("New ICP profile"),
    close: plain("Cancel"),
    // The client can read it and change it: it is no more than what was typed.
    private_metadata: cutTo(name, limits.name),
    blocks: [
      section("draft-when", markup(dateOf(keptAt, "Continue your draft of {date_short_pretty} at {time}?"))),
      section("draft-what", plain(`${values.name ?? "No name yet"}\n${howMuch(values)}`)),
      context("draft-how", plain(howTextIsKept)),
      actions(
        "draft-do",
        button(draftOffer.resume, { text: "Continue draft", value: "draft", style: "primary" }),
        button(draftOffer.fresh, { text: "Start fresh", value: "fresh" }),
      ),
      context("draft-until", plain(howDraftsAreKept)),
    ],
  };
}

export const howTextIsKept =
  "Text that you typed after your last choice in a menu, and did not save, is not in it.";

export const howDraftsAreKept =
  "A draft is kept for 7 days, for you alone, until another one takes its place.";

export const draftGone = "Your draft is not kept any more: it was saved meanwhile, or 7 days are over.";

export function nameTyped(name: string): string {
  return `This is your draft. The name that you typed now is “${cutTo(name, limits.name)}”.`;
}

/** "2 of 6 target fields set: Industries, Countries" */
function howMuch(values: KeptDraft["values"]): string {
  const names = setFields(values).map((field) => fieldNames[field]);
  const counted = `${names.length} of ${termFields.length} target fields set`;
  return names.length === 0 ? counted : `${counted}: ${names.join(", ")}`;
}
