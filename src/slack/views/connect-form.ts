import type { ModalView } from "@slack/types";
import { KashewKey } from "../../rules/connection.ts";
import { context, plain, section } from "../blocks.ts";
import type { Notice } from "../notice.ts";
import { inputsIn } from "./form-fields.ts";
import type { FormState } from "./read-profile-form.ts";

export const connectForm = {
  id: "kashew-connect",
  open: "kashew-connect-open",
  key: "key",
  action: "value",
} as const;

/**
 * Asks for a workspace's key to Kashew. `readConnectForm` is its inverse, but for the key, which no view ever holds: with
 * another `nonce` Slack empties the field that takes the place of an earlier one.
 */
export function drawConnectForm({ remark, nonce }: { remark?: string; nonce?: string } = {}): ModalView {
  return {
    type: "modal",
    callback_id: connectForm.id,
    title: plain("Connect Kashew"),
    submit: plain("Connect"),
    close: plain("Cancel"),
    blocks: [
      ...(remark === undefined ? [] : [section("connect-remark", plain(remark))]),
      section(
        "connect-what",
        plain(
          "Profiles are then kept in Kashew, for everybody in this workspace: the same commands list, show and create them there.",
        ),
      ),
      {
        type: "input",
        block_id: nonce === undefined ? connectForm.key : `${connectForm.key}:${nonce}`,
        label: plain("API key"),
        hint: plain(
          "Slack hides nothing that is typed here. Make a key for this app alone, so that it can be revoked without touching another.",
        ),
        optional: false,
        element: {
          type: "plain_text_input",
          action_id: connectForm.action,
          placeholder: plain("kshw_…"),
          max_length: 200,
          focus_on_load: true,
        },
      },
      context(
        "connect-safe",
        plain(
          "It is tried once, kept sealed, and never shown again. To create profiles it needs the scope icp:write.",
        ),
      ),
    ],
  };
}

/** Undefined where what was typed has not the form of a key. */
export function readConnectForm(state: FormState): KashewKey | undefined {
  const { value } = inputsIn(state, connectForm.action)(connectForm.key);
  return KashewKey.safeParse(value ?? "").data;
}

/** Stands in the form's place while the key is tried. */
export function drawConnecting(): Notice {
  const text = "Asking Kashew…";
  return {
    title: "Connect Kashew",
    text,
    blocks: [
      section("connecting", plain(text)),
      context("connecting-safe", plain("You can close this. This app then writes to you how it went.")),
    ],
  };
}
