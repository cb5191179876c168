import type { ModalView } from "@slack/types";
import type { Profile, TermField } from "../../rules/profile.ts";
import { actions, button, context, dateOf, header, labelled, markup, plain } from "../blocks.ts";
import { authorOf, companyFields, fieldNames, peopleFields, scheduleName, stateOf } from "./profile-words.ts";
import { shareForm } from "./share-form.ts";

/** Every field of one profile. */
export function drawProfileDetails(profile: Profile): ModalView {
  const created = `created ${dateOf(profile.createdAt, "{date_short_pretty} at {time}")} by ${authorOf(profile)}`;
  return {
    type: "modal",
    callback_id: "profile-details",
    title: plain("ICP profile"),
    close: plain("Close"),
    blocks: [
      header("details-name", profile.name),
      context("details-facts", markup(`${stateOf(profile)} · kept in this workspace · ${created}`)),
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
      ),
      context("details-foot", plain(`Profile id ${profile.id}`)),
    ],
  };
}

function termsOf(profile: Profile, field: TermField) {
  return { label: fieldNames[field], ...orNotSet(profile[field].join(", ")) };
}

function orNotSet(value: string): { value: string; remark: boolean } {
  return value === "" ? { value: "Not set", remark: true } : { value, remark: false };
}
