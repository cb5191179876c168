import type { ModalView } from "@slack/types";
import { limits } from "../../rules/profile.ts";
import type { ArchivedProfile } from "../../stores/profile-archive.ts";
import { header, plain, section } from "../blocks.ts";
import { printProfileMetadata } from "./profile-metadata.ts";
import type { FormState } from "./read-profile-form.ts";

export const deleteForm = {
  id: "delete-form",
  open: "profile-delete",
  name: "typed-name",
  action: "value",
} as const;

/** Asks for the name, and says what goes and what stays. */
export function drawDeleteForm({ id, draft: { name } }: ArchivedProfile): ModalView {
  return {
    type: "modal",
    callback_id: deleteForm.id,
    title: plain("Delete for good"),
    submit: plain("Delete for good"),
    close: plain("Cancel"),
    private_metadata: printProfileMetadata(id),
    blocks: [
      header("delete-name", name),
      section(
        "delete-what",
        plain(
          "Nothing brings it back. All its fields go, with every earlier state of them and what is typed into its forms, and its cards say that it was deleted. Only the history of changes keeps its name, and that you deleted it.",
        ),
      ),
      {
        type: "input",
        block_id: deleteForm.name,
        label: plain("Type its name"),
        optional: false,
        element: { type: "plain_text_input", action_id: deleteForm.action, max_length: limits.name },
      },
    ],
  };
}

export function readTypedName(state: FormState): string {
  return state[deleteForm.name]?.[deleteForm.action]?.value ?? "";
}
