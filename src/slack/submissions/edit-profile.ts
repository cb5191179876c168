import { findChanges } from "../../rules/changes.ts";
import type { Person } from "../../rules/people.ts";
import type { ProfileDraft, ProfileId } from "../../rules/profile.ts";
import { snapshotOf } from "../../rules/revision.ts";
import { cutTo } from "../../rules/text.ts";
import type { EditProfileAnswer } from "../../usecases/edit-profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { FormLines } from "../form-lines.ts";
import type { SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import { showNotice } from "../listening/shown.ts";
import { drawSentence } from "../notice.ts";
import { drawChangesSaved } from "../views/changes-saved.ts";
import { drawEditConflict, readEditConflict } from "../views/edit-conflict.ts";
import { archivedMeanwhile, drawFormAsNew } from "../views/form-as-new.ts";
import { readFormMetadata } from "../views/form-metadata.ts";
import { changeLines } from "../views/profile-change.ts";
import { profileForm } from "../views/profile-form-ids.ts";
import { fieldNames } from "../views/profile-words.ts";
import { readProfileForm } from "../views/read-profile-form.ts";
import { readReason } from "../views/reason-input.ts";
import { oncePerForm } from "./once-per-form.ts";

/** Save changes, in the form of a profile that is edited. */
export function saveEditedProfile(usecases: UseCases, forms: FormLines) {
  return oncePerForm(async (actor: Person, { view }: SubmissionPayload): Promise<SubmissionAnswer> => {
    const { editing, nonce = "" } = readFormMetadata(view.private_metadata) ?? {};
    if (editing === undefined) return outdated;
    const form = { by: actor, nonce };
    const reason = readReason(view.state.values);
    const reading = readProfileForm(view.state.values);
    if (reading.kind === "errors") {
      const { id: about, revision } = editing;
      const keep = () => usecases.keepForm(actor, { about, revision, reason, values: reading.values });
      const kept = await forms.save(form, keep, () => false);
      if (kept.kind === "refused") return kept;
      return { kind: "errors", errors: { ...reading.errors } };
    }
    const { draft } = reading;
    const edit = () => usecases.editProfile(actor, { ...editing, draft, reason });
    const isSaved = ({ kind }: EditProfileAnswer) => kind === "edited" || kind === "unchanged";
    const answer = await forms.save(form, edit, isSaved);
    return toAnswer(answer, { ...editing, draft, reason });
  });
}

/** Save what I chose, of two people's changes of the same fields. */
export function resolveConflict(usecases: UseCases) {
  return oncePerForm(async (actor: Person, { view }: SubmissionPayload): Promise<SubmissionAnswer> => {
    const read = readEditConflict(view);
    if (read === undefined) return showNotice(lost);
    const { v: _, id, revision, seen, reason = "", ...rest } = read;
    const answer = await usecases.resolveConflict(actor, { id, revision, seen, reason, ...rest });
    if (answer.kind === "draft-gone") return showNotice(lost);
    return toAnswer(answer, { id, reason, revision: seen });
  });
}

interface Saving {
  readonly id: ProfileId;
  /** As it was typed in the form. Missing where a conflict was decided. */
  readonly draft?: ProfileDraft;
  readonly reason: string;
  readonly revision: number;
}

function toAnswer(answer: EditProfileAnswer, { id, draft, reason, revision }: Saving): SubmissionAnswer {
  const sayNo = (sentence: string): SubmissionAnswer =>
    draft === undefined
      ? showNotice(drawSentence("Not saved", sentence))
      : { kind: "errors", errors: { [profileForm.firstInput]: sentence } };
  switch (answer.kind) {
    case "refused":
      return answer;
    case "cannot":
      return sayNo("Kashew’s API can’t change a profile.");
    case "writes-spent":
      return sayNo(
        `Not saved: today’s ${answer.limit} writes of this workspace’s plan are used up. New ones come at midnight UTC.`,
      );
    case "name-taken":
      return sayNo(`“${answer.profile.name}” is taken by another profile. Choose another name.`);
    case "gone":
      return draft === undefined ? showNotice(lost) : drawAsNew(draft, id);
    case "conflict": {
      const told = drawSentence(
        "Changed meanwhile",
        "Not saved: somebody changed the same fields meanwhile.",
      );
      return { kind: "view", view: drawEditConflict(answer, { revision, reason }), told };
    }
    case "unchanged":
      return showNotice(
        drawSentence("Nothing to save", `“${answer.profile.name}” says that already. Nothing was changed.`),
      );
    case "edited": {
      const { profile } = answer;
      return {
        kind: "view",
        view: drawChangesSaved(profile, savedWords(answer)),
        told: drawSentence("Changes saved", `The changes of “${profile.name}” are saved.`),
      };
    }
  }
}

/** "Industries: added FinTech", and what somebody else has changed beside it. */
function savedWords({ was, profile, theirs }: Extract<EditProfileAnswer, { kind: "edited" }>): string {
  const lines = changeLines(findChanges(snapshotOf(was), snapshotOf(profile)));
  const names = theirs.map((field) => fieldNames[field]).join(", ");
  const beside = names === "" ? [] : [`Changed by somebody else meanwhile, and kept: ${names}.`];
  return cutTo([...lines, ...beside].join("\n"), 2900);
}

function drawAsNew(draft: ProfileDraft, id: ProfileId): SubmissionAnswer {
  return {
    kind: "view",
    view: drawFormAsNew(draft, id),
    told: drawSentence("Not saved", `“${draft.name}” was not saved. ${archivedMeanwhile}`),
  };
}

const lost = drawSentence(
  "Not saved",
  "This form is too old: the profile is out of the list, or what you typed is not kept any more. Open it again.",
);

const outdated: SubmissionAnswer = {
  kind: "errors",
  errors: {
    [profileForm.firstInput]: "This form is from an older version of the app. Open it again.",
  },
};
