import type { ModalView } from "@slack/types";
import type { Profile } from "../../rules/profile.ts";
import { actions, button, context, header, plain, section } from "../blocks.ts";
import { profileList } from "./list-controls.ts";
import { undoButton } from "./profile-change.ts";
import { limitOf, stateOf } from "./profile-words.ts";
import { shareForm } from "./share-form.ts";

export const changesSaved = { id: "changes-saved" } as const;

/** The form after its changes were saved, in the same modal: short, so that nobody has to scroll to what it says. */
export function drawChangesSaved(profile: Profile, words: string): ModalView {
  const { id, name } = profile;
  return {
    type: "modal",
    callback_id: changesSaved.id,
    title: plain("Changes saved"),
    close: plain("Done"),
    blocks: [
      header("changed-name", name),
      context("changed-facts", plain(`${stateOf(profile)} · ${limitOf(profile)}`)),
      section("changed-what", plain(words)),
      actions(
        "changed-do",
        undoButton(profile),
        button(profileList.details, { text: "Details", value: id, label: `Details of ${name}` }),
        button(shareForm.open, { text: "Share…", value: id, label: `Share ${name}` }),
      ),
    ],
  };
}
