import type { Person } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { noArchive } from "../actions/archived-list.ts";
import { showArchived } from "../actions/show-archived.ts";
import type { SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import { showNotice } from "../listening/shown.ts";
import { drawSentence } from "../notice.ts";
import { readProfileMetadata } from "../views/profile-metadata.ts";
import { readReason } from "../views/reason-input.ts";
import { oncePerForm } from "./once-per-form.ts";

/** Archive, in the form that asks: the first answer again, however often it is pressed. */
export function archiveProfile(usecases: UseCases) {
  return oncePerForm(async (actor: Person, { view }: SubmissionPayload): Promise<SubmissionAnswer> => {
    const id = readProfileMetadata(view.private_metadata);
    if (id === undefined) return showNotice(notThere);
    const answer = await usecases.archiveProfile(actor, { id, reason: readReason(view.state.values) });
    switch (answer.kind) {
      case "refused":
        return answer;
      case "cannot":
        return showNotice(noArchive);
      case "gone":
      case "stale":
        return showNotice(notThere);
      case "archived":
        return showArchived(answer.archived);
    }
  });
}

const notThere = drawSentence(
  "Not in the list",
  "This profile is not in the list any more. If somebody archived it, Archived, below the list, restores it.",
);
