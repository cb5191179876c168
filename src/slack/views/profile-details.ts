import type { ModalView } from "@slack/types";
import { isUnknown } from "../../rules/known-fields.ts";
import type { Profile, TermField } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { Keeper } from "../../stores/profile-store.ts";
import { actions, context, dateOf, header, labelled, markup, plain, section } from "../blocks.ts";
import { detailsButtons, profileDetails } from "./details-buttons.ts";
import { keptIn, notReturnedRemark, ownCopyRemark, unknownWord } from "./kept-words.ts";
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
  const buttons = detailsButtons(profile, { canChange, mayChange, isGuest });
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
      ...(buttons.length === 0 ? [] : [actions("details-do", ...buttons)]),
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
        ...notReturnedRemark(profile, fields).map((remark) => plain(remark)),
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

const kashewCannot =
  "Kashew’s API can’t change, pause or archive a profile, and tells of no owner and no history.";

/** Kashew's API page tells of creating and listing, and of nothing else. */
function whyNoButton({ canChange, mayChange }: { canChange: boolean; mayChange: boolean }): ContextElement[] {
  if (!canChange) {
    const instead = mayChange
      ? "Change it in Kashew, or create a corrected copy."
      : "Change it in Kashew; whoever may create profiles here can make a corrected copy.";
    return [plain(`${kashewCannot} ${instead}`)];
  }
  return mayChange ? [] : [markup("Changing it needs the `icp:write` scope, which you don’t hold.")];
}

function termsOf(profile: Profile, field: TermField) {
  return pairOf(profile, field, termsLine(profile[field]));
}

function pairOf(profile: Profile, field: keyof typeof fieldNames, known: string) {
  const unknown = unknownWord(profile, field);
  const value = unknown ?? (known === "" ? "Not set" : known);
  return { label: fieldNames[field], value, remark: unknown !== undefined || known === "" };
}
