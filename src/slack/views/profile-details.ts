import type { Button, ModalView } from "@slack/types";
import type { Profile, TermField } from "../../rules/profile.ts";
import { actions, button, context, header, labelled, markup, momentOf, plain } from "../blocks.ts";
import { companyFields, fieldNames, nameOf, peopleFields, scheduleName, stateOf } from "./profile-words.ts";
import { shareForm } from "./share-form.ts";

export const profileDetails = { pause: "profile-pause", resume: "profile-resume" } as const;

/** Every field of one profile, and what this person may do with it. */
export function drawProfileDetails({
  profile,
  mayChange,
}: {
  profile: Profile;
  mayChange: boolean;
}): ModalView {
  return {
    type: "modal",
    callback_id: "profile-details",
    title: plain("ICP profile"),
    close: plain("Close"),
    blocks: [
      header("details-name", profile.name),
      context(
        "details-facts",
        markup([stateOf(profile), "kept in this workspace", ...eventsOf(profile)].join(" · ")),
      ),
      header("details-companies", "Which companies"),
      labelled(
        "details-companies-values",
        companyFields.map((field) => termsOf(profile, field)),
      ),
      header("details-people", "Which people"),
      labelled(
        "details-people-values",
        peopleFields.map((field) => termsOf(profile, field)),
      ),
      header("details-prospects", "Finding prospects"),
      labelled("details-prospects-values", [
        { label: fieldNames.isActive, value: profile.isActive ? "Yes" : "No, paused" },
        { label: fieldNames.dailyLimit, value: String(profile.dailyLimit) },
        { label: fieldNames.schedule, value: scheduleName(profile.schedule) },
        { label: fieldNames.minConfidence, value: String(profile.minConfidence) },
      ]),
      labelled("details-description", [{ label: fieldNames.description, ...orNotSet(profile.description) }]),
      actions(
        "details-do",
        button(shareForm.open, { text: "Share…", value: profile.id, label: `Share ${profile.name}` }),
        ...(mayChange ? [stateButton(profile)] : []),
      ),
      context(
        "details-foot",
        plain(`Profile id ${profile.id}`),
        ...(mayChange
          ? []
          : [markup("Pausing or resuming it needs the `icp:write` scope, which you don’t hold.")]),
      ),
    ],
  };
}

/** Who did what when, as markup. */
function eventsOf(profile: Profile): string[] {
  const created = `created ${momentOf(profile.createdAt)} by ${nameOf(profile.createdBy)}`;
  const changed = `changed ${momentOf(profile.changedAt)} by ${nameOf(profile.changedBy)}`;
  return profile.revision === 1 ? [created] : [created, changed];
}

function stateButton({ id, name, isActive }: Profile): Button {
  return isActive
    ? button(profileDetails.pause, { text: "Pause", value: id, label: `Pause ${name}` })
    : button(profileDetails.resume, { text: "Resume", value: id, label: `Resume ${name}` });
}

function termsOf(profile: Profile, field: TermField) {
  return { label: fieldNames[field], ...orNotSet(profile[field].join(", ")) };
}

function orNotSet(value: string): { value: string; remark: boolean } {
  return value === "" ? { value: "Not set", remark: true } : { value, remark: false };
}
