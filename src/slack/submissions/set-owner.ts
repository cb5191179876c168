import type { Person, Standing } from "../../rules/people.ts";
import { isFullMember } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { cannotChange } from "../actions/no-change.ts";
import { gone } from "../actions/show-details.ts";
import type { Channels, SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import { showNotice } from "../listening/shown.ts";
import { drawSentence } from "../notice.ts";
import { ownerForm, readOwner } from "../views/owner-form.ts";
import { drawProfileDetails } from "../views/profile-details.ts";
import { readProfileMetadata } from "../views/profile-metadata.ts";
import { readReason } from "../views/reason-input.ts";
import { writesSpent } from "../views/writes-spent.ts";
import { oncePerForm } from "./once-per-form.ts";

/** Save, in the form that asks who owns a profile. */
export function setOwner(usecases: UseCases) {
  return oncePerForm(
    async (actor: Person, { view }: SubmissionPayload, place: Channels): Promise<SubmissionAnswer> => {
      const id = readProfileMetadata(view.private_metadata);
      if (id === undefined) return showNotice(gone);
      // Whoever may not is told nothing of other people.
      const begun = await usecases.beginChange(actor, id);
      if (begun.kind === "refused") return begun;
      const owner = readOwner(view.state.values);
      if (owner === undefined) return sayNo("Choose who owns it.");
      const standing = await place.standingOf(owner);
      if (!isFullMember(standing)) return sayNo(cannotOwn[standing]);
      const answer = await usecases.setOwner(actor, { id, owner, reason: readReason(view.state.values) });
      switch (answer.kind) {
        case "refused":
          return answer;
        case "gone":
          return showNotice(gone);
        case "cannot":
          return showNotice(cannotChange);
        case "writes-spent":
          return sayNo(writesSpent(answer.limit).text);
        case "set": {
          const { profile, wasSo } = answer;
          const name = await place.nameOf(owner);
          const text = `Owned by ${name === "" ? "somebody else" : name}${wasSo ? " already" : " now"}.`;
          return {
            kind: "view",
            view: drawProfileDetails({ profile, mayChange: true, said: { text, canUndo: !wasSo } }),
            told: drawSentence("Owner", `“${profile.name}”: ${text}`),
          };
        }
      }
    },
  );
}

function sayNo(sentence: string): SubmissionAnswer {
  return { kind: "errors", errors: { [ownerForm.owner]: sentence } };
}

const cannotOwn: Record<Exclude<Standing, "owner" | "admin" | "member">, string> = {
  guest: "Guests can’t own a profile. Choose a full member.",
  bot: "An app can’t own a profile. Choose a full member.",
  stranger: "Somebody of another workspace can’t own a profile. Choose a full member of this one.",
  deactivated: "This account is deactivated. Choose a full member.",
  unknown: "Slack doesn’t say who this is just now, so nothing was changed. Try again in a minute.",
};
