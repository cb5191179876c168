import type { KnownBlock, ModalView } from "@slack/types";
import { advise } from "../../rules/advice/advice.ts";
import { openFields } from "../../rules/hints.ts";
import type { WritesToday } from "../../rules/plan.ts";
import { isNearLimit } from "../../rules/plan.ts";
import type { Profile } from "../../rules/profile.ts";
import type { Keeper } from "../../stores/profile-store.ts";
import { actions, button, context, header, plain, section } from "../blocks.ts";
import { sentenceOf } from "./advice.ts";
import { editButton, shareButton } from "./details-buttons.ts";
import { keptIn } from "./kept-words.ts";
import { profileList } from "./list-controls.ts";
import { undoButton } from "./profile-change.ts";
import { drawTargets } from "./profile-targets.ts";
import { fieldNames, limitOf, stateOf } from "./profile-words.ts";
import { writesLeft } from "./writes-spent.ts";

/** The form after it was saved, in the same modal. */
export function drawProfileSaved({
  profile,
  writes,
  keeper = "workspace",
  namesake,
  wasFound,
}: {
  profile: Profile;
  writes: WritesToday;
  keeper?: Keeper;
  namesake?: Profile;
  wasFound?: true;
}): ModalView {
  const facts = [stateOf(profile), limitOf(profile), keptIn(keeper)];
  if (isNearLimit(writes)) facts.push(writesLeft(writes));
  const hints = [
    ...(wasFound ? ["Kashew’s answer was lost, and the profile was found there."] : []),
    ...(namesake === undefined ? [] : ["Another profile there has this name."]),
    ...openHint(profile),
  ];
  return {
    type: "modal",
    callback_id: "profile-saved",
    title: plain("Profile saved"),
    close: plain("Done"),
    blocks: [
      header("saved-name", profile.name),
      context("saved-facts", plain(facts.join(" · "))),
      drawTargets("saved-targets", profile),
      ...drawContradiction(profile, keeper),
      ...(hints.length === 0 ? [] : [context("saved-hint", plain(hints.join(" ")))]),
      actions(
        "saved-do",
        shareButton(profile),
        button(profileList.details, {
          text: "Details",
          value: profile.id,
          label: `Details of ${profile.name}`,
        }),
        button("run:new", { text: "New profile", value: "new" }),
        // Kashew takes nothing back.
        ...(keeper === "workspace" ? [undoButton(profile)] : []),
      ),
    ],
  };
}

/** Of the advice that stood in the form, what makes a part of the profile find nobody; only the first. */
function drawContradiction(profile: Profile, keeper: Keeper): KnownBlock[] {
  for (const advice of advise(profile)) {
    switch (advice.kind) {
      case "titles-outside-levels":
      case "titles-outside-departments":
      case "levels-without-title": {
        const edit = keeper === "workspace" ? editButton(profile) : undefined;
        return [section("saved-advice", plain(sentenceOf(advice)), edit)];
      }
      default:
    }
  }
  return [];
}

/** "Departments are open: any value matches." */
function openHint(profile: Profile): string[] {
  const names = openFields(profile).map((field) => fieldNames[field]);
  if (names.length === 0) return [];
  const [first = "", ...rest] = names;
  const listed = [first, ...rest.map((name) => name.toLowerCase())];
  const last = listed.pop();
  const subject = listed.length === 0 ? last : `${listed.join(", ")} and ${last}`;
  return [`${subject} are open: any value matches.`];
}
