import type { ModalView } from "@slack/types";
import { z } from "zod";
import type { Profile } from "../../rules/profile.ts";
import { ProfileId } from "../../rules/profile.ts";
import { header, plain } from "../blocks.ts";
import { drawTargets } from "./profile-targets.ts";
import type { FormState } from "./read-profile-form.ts";

export const shareForm = {
  id: "profile-share",
  open: "profile-share-open",
  channel: "channel",
  action: "value",
} as const;

const Metadata = z.object({ v: z.literal(1), profile: ProfileId });

/** Where to, and what it will look like. The conversation the person is in is chosen already. */
export function drawShareForm(profile: Profile): ModalView {
  return {
    type: "modal",
    callback_id: shareForm.id,
    title: plain("Share profile"),
    submit: plain("Share"),
    close: plain("Back"),
    private_metadata: JSON.stringify({ v: 1, profile: profile.id } satisfies z.input<typeof Metadata>),
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
      header("share-preview", profile.name),
      drawTargets("share-card", profile),
    ],
  };
}

/** Undefined where this version of the app did not draw the form, or no channel is chosen. */
export function readShareForm(
  metadata: string,
  state: FormState,
): { profile: ProfileId; channel: string } | undefined {
  const channel = state[shareForm.channel]?.[shareForm.action]?.selected_conversation;
  try {
    return {
      profile: Metadata.parse(JSON.parse(metadata)).profile,
      channel: z.string().min(1).parse(channel),
    };
  } catch {
    return undefined;
  }
}
