import type { InputBlock } from "@slack/types";
import { mostReason, toReason } from "../../rules/revision.ts";
import { plain } from "../blocks.ts";
import type { FormState } from "./read-profile-form.ts";

const reason = { id: "reason", action: "value" } as const;

/** Why something is changed, for whoever reads the history. `readReason` is its inverse. */
export function reasonInput(example: string, typed = ""): InputBlock {
  return {
    type: "input",
    block_id: reason.id,
    label: plain("Reason"),
    optional: true,
    hint: plain("In one line, for whoever reads the history of this profile."),
    element: {
      type: "plain_text_input",
      action_id: reason.action,
      max_length: mostReason,
      placeholder: plain(example),
      ...(typed === "" ? {} : { initial_value: toReason(typed) }),
    },
  };
}

export function readReason(state: FormState): string {
  return state[reason.id]?.[reason.action]?.value ?? "";
}
