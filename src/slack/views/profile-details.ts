import type { Button, ModalView } from "@slack/types";
import { isUnknown } from "../../rules/known-fields.ts";
import type { Profile, TermField } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { Keeper } from "../../stores/profile-store.ts";
import {
  actions,
  button,
  context,
  dateOf,
  header,
  labelled,
  markup,
  moreMenu,
  plain,
  section,
} from "../blocks.ts";
import { archiveForm } from "./archive-form.ts";
import { historyButton } from "./archived-profile.ts";
import { keptIn, ownCopyRemark, unknownWord } from "./kept-words.ts";
import { ownerForm } from "./owner-form.ts";
import { undoButton } from "./profile-change.ts";
import {
  byWhom,
  companyFields,
  fieldNames,
  nameOf,
  peopleFields,
  scheduleName,
  stateOf,
  termsLine,
} from "./profile-words.ts";
import { shareForm } from "./share-form.ts";

export const profileDetails = {
  id: "profile-details",
  edit: "profile-edit",
  copy: "profile-copy",
  pause: "profile-pause",
  resume: "profile-resume",
} as const;

const fields = Object.keys(fieldNames) as (keyof typeof fieldNames)[];
/** Kashew sets no limit; a text of a block does. */
const shownDescription = 2500;

type ContextElement = ReturnType<typeof plain> | ReturnType<typeof markup>;

/** Every field of one profile, and what this person may do with it. */
export function drawProfileDetails({
  profile,
  keeper = "workspace",
  canChange = true,
  mayChange,
  isGuest = false,
  said,
}: {
  profile: Profile;
  keeper?: Keeper;
  canChange?: boolean;
  mayChange: boolean;
  isGuest?: boolean;
  /** What this person has just done, with a way back while there is one. */
  said?: { readonly text: string; readonly canUndo: boolean };
}): ModalView {
  return {
    type: "modal",
    callback_id: profileDetails.id,
    title: plain("ICP profile"),
    close: plain("Close"),
    blocks: [
      ...(said === undefined
        ? []
        : [section("details-said", plain(said.text), said.canUndo ? undoButton(profile) : undefined)]),
      header("details-name", profile.name),
      context(
        "details-facts",
        markup([stateOf(profile), keptIn(keeper), ...eventsOf(profile), ...ownerOf(profile)].join(" · ")),
      ),
      // Above the fields, so that a phone need not scroll to them.
      ...(isGuest
        ? canChange
          ? [actions("details-do", historyButton(profile))]
          : []
        : [
            actions(
              "details-do",
              button(shareForm.open, { text: "Share…", value: profile.id, label: `Share ${profile.name}` }),
              ...(mayChange && canChange ? [editButton(profile), stateButton(profile)] : []),
              ...(mayChange && !canChange ? [copyButton(profile, "Create a corrected copy")] : []),
              ...(canChange ? [historyButton(profile)] : []),
              ...(mayChange && canChange
                ? [moreMenu(copyButton(profile, "Make a copy"), ownerButton(profile), archiveButton(profile))]
                : []),
            ),
          ]),
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
        pairOf(profile, "isActive", profile.isActive ? "Yes" : "No, paused"),
        pairOf(profile, "dailyLimit", String(profile.dailyLimit)),
        pairOf(profile, "schedule", scheduleName(profile.schedule)),
        pairOf(profile, "minConfidence", String(profile.minConfidence)),
      ]),
      labelled("details-description", [
        pairOf(profile, "description", cutTo(profile.description, shownDescription)),
      ]),
      context(
        "details-foot",
        plain(`Profile id ${profile.id}`),
        ...ownCopyRemark([profile], fields).map((remark) => plain(remark)),
        ...(isGuest ? [] : whyNoButton({ canChange, mayChange })),
      ),
    ],
  };
}

/** Who did what when, as markup. */
function eventsOf(profile: Profile): string[] {
  if (isUnknown(profile, "createdAt")) return [`Created ${byWhom(profile.createdBy)}`];
  const created = `${dateOf(profile.createdAt, "Created {date_short_pretty} at {time}")} ${byWhom(profile.createdBy)}`;
  const changed = `${dateOf(profile.changedAt, "Changed {date_short_pretty} at {time}")} ${byWhom(profile.changedBy)}`;
  return profile.revision === 1 ? [created] : [created, changed];
}

/** Kashew tells of no owner. */
function ownerOf({ owner }: Profile): string[] {
  return owner === "kashew" ? [] : [`Owned by ${nameOf(owner)}`];
}

function editButton({ id, name }: Profile): Button {
  return button(profileDetails.edit, { text: "Edit", value: id, label: `Edit ${name}` });
}

/** Where a profile cannot be changed, a corrected copy takes its place. */
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

/** Kashew's API page tells of creating and listing, and of nothing else. */
function whyNoButton({ canChange, mayChange }: { canChange: boolean; mayChange: boolean }): ContextElement[] {
  if (!canChange) {
    return [plain("Kashew’s API can’t change a profile. Change it in Kashew, or create a corrected copy.")];
  }
  return mayChange
    ? []
    : [markup("Pausing or resuming it needs the `icp:write` scope, which you don’t hold.")];
}

function termsOf(profile: Profile, field: TermField) {
  return pairOf(profile, field, termsLine(profile[field]));
}

function pairOf(profile: Profile, field: keyof typeof fieldNames, known: string) {
  const unknown = unknownWord(profile, field);
  const value = unknown ?? (known === "" ? "Not set" : known);
  return { label: fieldNames[field], value, remark: unknown !== undefined || known === "" };
}
