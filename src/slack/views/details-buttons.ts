import type { ActionsBlockElement, Button } from "@slack/types";
import type { Profile } from "../../rules/profile.ts";
import { button, moreMenu } from "../blocks.ts";
import { archiveForm } from "./archive-form.ts";
import { historyButton } from "./archived-profile.ts";
import { ownerForm } from "./owner-form.ts";
import { shareForm } from "./share-form.ts";

export const profileDetails = {
  id: "profile-details",
  edit: "profile-edit",
  copy: "profile-copy",
  pause: "profile-pause",
  resume: "profile-resume",
} as const;

/** What this person may do with a profile; `canChange` where whoever keeps it can change one at all. */
export function detailsButtons(
  profile: Profile,
  { canChange, mayChange, isGuest }: { canChange: boolean; mayChange: boolean; isGuest: boolean },
): ActionsBlockElement[] {
  const history = canChange ? [historyButton(profile)] : [];
  if (isGuest) return history;
  const share = shareButton(profile);
  if (!mayChange) return [share, ...history];
  // A corrected copy takes the place of a change.
  if (!canChange) return [share, copyButton(profile, "Create a corrected copy")];
  // A row of all of them would fill half of a phone.
  const rarer = [copyButton(profile, "Make a copy"), ownerButton(profile), archiveButton(profile)];
  return [share, editButton(profile), stateButton(profile), ...history, moreMenu(...rarer)];
}

export function shareButton({ id, name }: Profile): Button {
  return button(shareForm.open, { text: "Share…", value: id, label: `Share ${name}`, style: "primary" });
}

export function editButton({ id, name }: Pick<Profile, "id" | "name">): Button {
  return button(profileDetails.edit, { text: "Edit", value: id, label: `Edit ${name}` });
}

function copyButton({ id, name }: Profile, text: "Make a copy" | "Create a corrected copy"): Button {
  return button(profileDetails.copy, { text, value: id, label: `${text} of ${name}` });
}

function ownerButton({ id }: Profile): Button {
  return button(ownerForm.open, { text: "Owner…", value: id });
}

function archiveButton({ id }: Profile): Button {
  return button(archiveForm.open, { text: "Archive…", value: id });
}

function stateButton({ id, name, isActive }: Profile): Button {
  return isActive
    ? button(profileDetails.pause, { text: "Pause", value: id, label: `Pause ${name}` })
    : button(profileDetails.resume, { text: "Resume", value: id, label: `Resume ${name}` });
}
