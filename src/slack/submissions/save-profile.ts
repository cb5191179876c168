import type { Person } from "../../rules/people.ts";
import { cutTo } from "../../rules/text.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { SubmissionAnswer } from "../answer.ts";
import { drawSentence } from "../notice.ts";
import type { SubmissionPayload } from "../payloads.ts";
import { readFormMetadata } from "../views/form-metadata.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { drawProfileSaved } from "../views/profile-saved.ts";
import type { FieldErrors } from "../views/read-profile-form.ts";
import { readProfileForm } from "../views/read-profile-form.ts";

/** Save in the profile form. */
export function saveProfile(usecases: UseCases) {
  return async (actor: Person, { view }: SubmissionPayload): Promise<SubmissionAnswer> => {
    const metadata = readFormMetadata(view.private_metadata);
    if (metadata === undefined) {
      return refuseField(
        "This form is not one that this app made, or is from an older version. Open a new one.",
      );
    }
    const reading = readProfileForm(view.state.values);
    if (reading.kind === "errors")
      return { kind: "errors", errors: { ...(await withTakenName(actor, reading)) } };

    const { draft } = reading;
    const answer = await usecases.createProfile(actor, { draft, key: `${view.id}:${metadata.nonce}` });
    switch (answer.kind) {
      case "refused":
        return answer;
      case "created":
        return {
          kind: "view",
          view: drawProfileSaved(answer),
          told: drawSentence("Profile saved", `“${answer.profile.name}” is saved.`),
        };
      case "name-taken":
        return refuseField(nameTaken(answer.profile));
      case "writes-spent":
        return refuseField(
          `Not saved: today’s ${answer.writes.limit} writes of this workspace’s plan are used up. New ones come at midnight UTC.`,
        );
      case "unknown-outcome":
        return refuseField(
          `Kashew didn’t say whether this was saved, and ${answer.looked === "not-found" ? "it isn’t there now" : "that can’t be told now"}. Press Save profile to look again; nothing is sent twice.`,
        );
      case "key-used": {
        const saved = `Already saved as “${cutTo(answer.profile.name, 60)}”.`;
        return {
          kind: "view",
          view: drawProfileForm({
            values: draft,
            nonce: crypto.randomUUID(),
            remark: `${saved} Press Save profile to save this as another one, or Cancel.`,
          }),
          told: drawSentence("Already saved", saved),
        };
      }
    }
  };

  async function withTakenName(
    actor: Person,
    { errors, name }: { errors: FieldErrors; name: string | undefined },
  ): Promise<FieldErrors> {
    if (name === undefined) return errors;
    const answer = await usecases.checkName(actor, name);
    return answer.kind === "name-taken" ? { name: nameTaken(answer.profile), ...errors } : errors;
  }
}

function nameTaken({ name, isActive }: { name: string; isActive: boolean }): string {
  return `“${name}” is taken by ${isActive ? "an active" : "a paused"} profile. Choose another name.`;
}

/** Under the name, since an error needs a field to stand under and the form keeps what was typed. */
function refuseField(sentence: string): SubmissionAnswer {
  return { kind: "errors", errors: { name: sentence } };
}
