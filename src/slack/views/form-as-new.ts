import type { ModalView } from "@slack/types";
import type { ProfileDraft, ProfileId } from "../../rules/profile.ts";
import { drawProfileForm } from "./profile-form.ts";

export const archivedMeanwhile = "This profile was archived meanwhile.";

/** What was typed about a profile that is out of the list by now stands in the form for a new one. */
export function drawFormAsNew(values: ProfileDraft, insteadOf: ProfileId): ModalView {
  const remark = `${archivedMeanwhile} Press Save profile to make a new one of what you typed.`;
  return drawProfileForm({ values, nonce: crypto.randomUUID(), insteadOf, remark });
}
