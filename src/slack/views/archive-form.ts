import type { ModalView } from "@slack/types";
import type { Profile } from "../../rules/profile.ts";
import { header, plain, section } from "../blocks.ts";
import { printProfileMetadata } from "./profile-metadata.ts";
import { reasonInput } from "./reason-input.ts";

export const archiveForm = { id: "archive-form", open: "profile-archive" } as const;

/** Asks before a profile is taken out of the list, and says what that does. */
export function drawArchiveForm({ id, name }: Profile): ModalView {
  return {
    type: "modal",
    callback_id: archiveForm.id,
    title: plain("Archive profile"),
    submit: plain("Archive"),
    close: plain("Cancel"),
    private_metadata: printProfileMetadata(id),
    blocks: [
      header("archive-name", name),
      section(
        "archive-what",
        plain(
          "It leaves the list, and nobody finds prospects with it any more. Its name is free for another profile. Nothing is deleted: Archived, below the list, restores it at any time.",
        ),
      ),
      reasonInput("We left the German market"),
    ],
  };
}
