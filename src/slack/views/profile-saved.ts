import type { ModalView } from "@slack/types";
import { openFields } from "../../rules/hints.ts";
import type { WritesToday } from "../../rules/plan.ts";
import { isNearLimit } from "../../rules/plan.ts";
import type { Profile } from "../../rules/profile.ts";
import { actions, button, context, header, plain } from "../blocks.ts";
import { profileList } from "./list-controls.ts";
import { drawTargets } from "./profile-targets.ts";
import { fieldNames, limitOf, stateOf } from "./profile-words.ts";
import { shareForm } from "./share-form.ts";

/** The form after it was saved, in the same modal. */
export function drawProfileSaved({ profile, writes }: { profile: Profile; writes: WritesToday }): ModalView {
  const facts = [stateOf(profile), limitOf(profile), "Kept in this workspace"];
  if (isNearLimit(writes)) facts.push(`${writes.limit - writes.used} of ${writes.limit} writes left today`);
  const hint = openHint(profile);
  return {
    type: "modal",
    callback_id: "profile-saved",
    title: plain("Profile saved"),
    close: plain("Done"),
    blocks: [
      header("saved-name", profile.name),
      context("saved-facts", plain(facts.join(" · "))),
      drawTargets("saved-targets", profile),
      ...(hint === undefined ? [] : [context("saved-hint", plain(hint))]),
      actions(
        "saved-do",
        button(profileList.details, {
          text: "Details",
          value: profile.id,
          label: `Details of ${profile.name}`,
        }),
        button(shareForm.open, { text: "Share…", value: profile.id, label: `Share ${profile.name}` }),
        button("run:new", { text: "New profile", value: "new" }),
      ),
    ],
  };
}

/** "Departments are open, so any department matches." is said of one; of several, that any value matches. */
function openHint(profile: Profile): string | undefined {
  const names = openFields(profile).map((field) => fieldNames[field]);
  if (names.length === 0) return undefined;
  const [first = "", ...rest] = names;
  const listed = [first, ...rest.map((name) => name.toLowerCase())];
  const last = listed.pop();
  const subject = listed.length === 0 ? last : `${listed.join(", ")} and ${last}`;
  return `${subject} are open: any value matches.`;
}
