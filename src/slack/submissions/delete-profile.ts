import type { Person } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { noArchive, noLongerArchived } from "../actions/archived-list.ts";
import type { Channels, SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import { showNotice } from "../listening/shown.ts";
import { drawSentence } from "../notice.ts";
import { drawArchivedList } from "../views/archived-list.ts";
import { deleteForm, readTypedName } from "../views/delete-form.ts";
import { readProfileMetadata } from "../views/profile-metadata.ts";
import { oncePerForm } from "./once-per-form.ts";

/** Delete for good, in the form that asks for the name: what is left of the archive takes its place. */
export function deleteProfile(usecases: UseCases) {
  return oncePerForm(remove);

  async function remove(
    actor: Person,
    { view }: SubmissionPayload,
    { failed }: Channels,
  ): Promise<SubmissionAnswer> {
    const id = readProfileMetadata(view.private_metadata);
    if (id === undefined) return showNotice(noLongerArchived);
    const typed = readTypedName(view.state.values);
    const answer = await usecases.deleteProfile(actor, { id, typed });
    switch (answer.kind) {
      case "refused":
        return answer;
      case "cannot":
        return showNotice(noArchive);
      case "gone":
        return showNotice(noLongerArchived);
      case "not-its-name":
        return {
          kind: "errors",
          errors: {
            [deleteForm.name]: `Its name is “${answer.archived.draft.name}”. Nothing was deleted.`,
          },
        };
      case "deleted": {
        const { name, unwiped } = answer;
        if (unwiped !== undefined) failed(unwiped);
        const left = unwiped === undefined ? "" : ` ${notWiped}`;
        const told = drawSentence("Deleted", `“${name}” is deleted for good.${left}`);
        const others = await usecases.listArchived(actor, 1).catch(failed);
        return others?.kind === "listed"
          ? { kind: "view", view: drawArchivedList(others, { text: told.text }), told }
          : showNotice(told);
      }
    }
  }
}

const notWiped =
  "What it was is not wiped from the disk yet, which the app tries again by itself; its log says why.";
