import type { ModalView } from "@slack/types";
import { UserId } from "../../rules/people.ts";
import type { Profile } from "../../rules/profile.ts";
import { header, plain } from "../blocks.ts";
import { printProfileMetadata } from "./profile-metadata.ts";
import type { FormState } from "./read-profile-form.ts";
import { reasonInput } from "./reason-input.ts";

export const ownerForm = {
  id: "owner-form",
  open: "profile-owner",
  owner: "owner",
  action: "value",
} as const;

/** Asks who answers for a profile. */
export function drawOwnerForm({ id, name, owner }: Profile): ModalView {
  const person = UserId.safeParse(owner);
  return {
    type: "modal",
    callback_id: ownerForm.id,
    title: plain("Owner"),
    submit: plain("Save"),
    close: plain("Cancel"),
    private_metadata: printProfileMetadata(id),
    blocks: [
      header("owner-name", name),
      {
        type: "input",
        block_id: ownerForm.owner,
        label: plain("Who owns it"),
        hint: plain("Whom your team asks about this profile. A full member; it gives no other rights."),
        optional: false,
        element: {
          type: "users_select",
          action_id: ownerForm.action,
          placeholder: plain("Choose a person"),
          ...(person.success && { initial_user: person.data }),
        },
      },
      reasonInput("Ana moved to another team"),
    ],
  };
}

/** Undefined where nobody is chosen. */
export function readOwner(state: FormState): UserId | undefined {
  return UserId.safeParse(state[ownerForm.owner]?.[ownerForm.action]?.selected_user).data;
}
