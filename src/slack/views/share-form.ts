import type { ModalView } from "@slack/types";
import { z } from "zod";
import type { Profile, ProfileId } from "../../rules/profile.ts";
import { context, header, plain } from "../blocks.ts";
import { printProfileMetadata, readProfileMetadata } from "./profile-metadata.ts";
import { drawTargets } from "./profile-targets.ts";
import type { FormState } from "./read-profile-form.ts";

export const shareForm = {
  id: "profile-share",
  open: "profile-share-open",
  channel: "channel",
  action: "value",
} as const;

/** Where to, and what it will look like. The conversation the person is in is chosen already. */
export function drawShareForm(profile: Profile): ModalView {
  return {
    type: "modal",
    callback_id: shareForm.id,
    title: plain("Share profile"),
    submit: plain("Share"),
    close: plain("Back"),
    private_metadata: printProfileMetadata(profile.id),
    blocks: [
      {
        type: "input",
        block_id: shareForm.channel,
        label: plain("Channel"),
        hint: plain(
          "Posted as a message that everybody in the channel can read, with your name. Channels shared with other organizations are left out.",
        ),
        optional: false,
        element: {
          type: "conversations_select",
          action_id: shareForm.action,
          placeholder: plain("Choose a channel"),
          default_to_current_conversation: true,
          response_url_enabled: true,
          filter: {
            include: ["public", "private"],
            exclude_external_shared_channels: true,
            exclude_bot_users: true,
          },
        },
      },
      context("share-preview", plain("Preview")),
      header("share-name", profile.name),
      drawTargets("share-card", profile),
    ],
  };
}

/** Goes to Slack in a request, which half a character would break. */
const ConversationId = z.string().regex(/^[A-Z][A-Z0-9]{1,30}$/);

/** Undefined where this version of the app did not draw the form, or no channel is chosen. */
export function readShareForm(
  metadata: string,
  state: FormState,
): { profile: ProfileId; channel: string } | undefined {
  const profile = readProfileMetadata(metadata);
  const chosen = state[shareForm.channel]?.[shareForm.action]?.selected_conversation;
  const { data: channel } = ConversationId.safeParse(chosen);
  return profile === undefined || channel === undefined ? undefined : { profile, channel };
}
