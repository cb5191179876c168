import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawArchivedProfile } from "../views/archived-profile.ts";
import { readRevision } from "../views/profile-change.ts";
import { sayNoChange } from "./no-change.ts";
import { changedSince, nameTaken } from "./not-taken-back.ts";
import { noHistory } from "./profile-history.ts";
import { showArchived } from "./show-archived.ts";
import type { Where } from "./show-changed.ts";
import { isOverDetails, showChanged } from "./show-changed.ts";
import { gone } from "./show-details.ts";

/** Undo, beside a change that is no older than ten minutes. */
export function undoChange(usecases: UseCases) {
  return (value: string, where: Where): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      const asked = readRevision(value);
      if (asked === undefined) return { kind: "notice", notice: gone };
      const answer = await usecases.undoChange(actor, asked);
      switch (answer.kind) {
        case "refused":
        case "gone":
        case "cannot":
          return sayNoChange(answer, noHistory);
        case "too-late":
          return { kind: "notice", notice: tooLate };
        case "changed-since":
          return { kind: "notice", notice: changedSince(answer) };
        case "name-taken":
          return { kind: "notice", notice: nameTaken(answer.profile.name) };
        case "undone": {
          if ("archived" in answer) {
            const { archived } = answer;
            const shown = showArchived(archived);
            const beneath = isOverDetails(where)
              ? drawArchivedProfile({ archived, mayChange: true })
              : undefined;
            return { ...shown, inPlace: true, beneath };
          }
          const { profile } = answer;
          return showChanged(usecases, { actor, where, profile, text: "Taken back by you." });
        }
      }
    },
  });
}

const tooLate = drawSentence(
  "Too late to undo",
  "This change is more than ten minutes old. History, in the profile’s details, still restores what was there before.",
);
