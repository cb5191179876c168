import type { Person } from "../../rules/people.ts";
import type { ProfileDraft } from "../../rules/profile.ts";
import { cutTo } from "../../rules/text.ts";
import type { Keeper, SubmissionKey } from "../../stores/profile-store.ts";
import type { CreateProfileAnswer } from "../../usecases/create-profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { actions } from "../blocks.ts";
import type { FormLines } from "../form-lines.ts";
import type { LateAnswer, ShownAnswer, SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import { showNotice, showSaved } from "../listening/shown.ts";
import { drawSentence } from "../notice.ts";
import { resumeButton } from "../views/access-request.ts";
import { readFormMetadata } from "../views/form-metadata.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import type { FieldErrors, FormReading } from "../views/read-profile-form.ts";
import { readProfileForm } from "../views/read-profile-form.ts";
import { drawSaving } from "../views/saving.ts";
import { drawUnknownOutcome } from "../views/unknown-outcome.ts";

/** Save in the profile form. */
export function saveProfile(usecases: UseCases, forms: FormLines) {
  return async (actor: Person, { view }: SubmissionPayload): Promise<SubmissionAnswer> => {
    const metadata = readFormMetadata(view.private_metadata);
    if (metadata === undefined) {
      return refuseField(
        "This form is not one that this app made, or is from an older version. Open a new one.",
      );
    }
    const reading = readProfileForm(view.state.values);
    const form = { by: actor, nonce: metadata.nonce };
    if (reading.kind === "errors") {
      const keep = () => usecases.keepForm(actor, { about: "", values: reading.values });
      const kept = await forms.save(form, keep, () => false);
      if (kept.kind === "refused") return kept;
      return { kind: "errors", errors: { ...(await withTakenName(actor, reading)) } };
    }

    const { draft } = reading;
    const { nonce, keeper, insteadOf } = metadata;
    const key = `${view.id}:${nonce}`;
    const create = () => usecases.createProfile(actor, { draft, key, insteadOf });
    const save = async () =>
      toAnswer(await forms.save(form, create, ({ kind }) => kind === "created"), { draft, key, keeper });
    if (keeper !== "kashew") return save();
    const failed = (reason: string) => drawFormAgain(reason, { draft, nonce, keeper });
    return {
      kind: "late",
      meanwhile: drawSaving(draft.name),
      failed,
      async answer() {
        const answer = await save();
        return answer.kind === "errors" ? failed(Object.values(answer.errors).join(" ")) : answer;
      },
    };
  };

  async function withTakenName(
    actor: Person,
    { errors, values: { name } }: Extract<FormReading, { kind: "errors" }>,
  ): Promise<FieldErrors> {
    if (name === undefined) return errors;
    const answer = await usecases.checkName(actor, name);
    return answer.kind === "name-taken" ? { name: nameTaken(answer.profile), ...errors } : errors;
  }
}

interface Saving {
  readonly draft: ProfileDraft;
  readonly key: SubmissionKey;
  readonly keeper: Keeper | undefined;
}

/** What became of a save, but for what is late. */
function toAnswer(
  answer: CreateProfileAnswer,
  { draft, key, keeper = "workspace" }: Saving,
): Exclude<SubmissionAnswer, LateAnswer> {
  switch (answer.kind) {
    case "refused":
      return answer;
    case "created":
      return showSaved(answer);
    case "unknown-outcome":
      return showNotice(drawUnknownOutcome(answer, key));
    case "name-taken":
      return refuseField(nameTaken(answer.profile));
    case "writes-spent":
      return refuseField(
        `Not saved: today’s ${answer.writes.limit} writes of this workspace’s plan are used up. New ones come at midnight UTC.`,
      );
    case "key-used": {
      const saved = `Already saved as “${cutTo(answer.profile.name, 60)}”.`;
      const remark = `${saved} Press Save profile to save this as another one, or Cancel.`;
      return {
        kind: "view",
        view: drawProfileForm({ values: draft, nonce: crypto.randomUUID(), keeper, remark }),
        told: drawSentence("Already saved", saved),
      };
    }
  }
}

/** The form as it was submitted, with the reason on top; told to somebody who closed it, they can go on with it. */
function drawFormAgain(
  reason: string,
  { draft, nonce, keeper }: { draft: ProfileDraft; nonce: string; keeper: Keeper },
): ShownAnswer {
  const notice = drawSentence("Not saved", `“${draft.name}” was not saved. ${reason}`);
  return {
    kind: "view",
    view: drawProfileForm({
      values: draft,
      nonce,
      keeper,
      remark: `Not saved. ${reason} Nothing of what you typed is lost: it is kept for 7 days, also if you close this.`,
    }),
    told: { ...notice, blocks: [...notice.blocks, actions("not-saved-do", resumeButton())] },
  };
}

function nameTaken({ name, isActive }: { name: string; isActive: boolean }): string {
  return `“${name}” is taken by ${isActive ? "an active" : "a paused"} profile. Choose another name.`;
}

/** Under the name, since an error needs a field to stand under and the form keeps what was typed. */
function refuseField(sentence: string): Extract<SubmissionAnswer, { kind: "errors" }> {
  return { kind: "errors", errors: { name: sentence } };
}
