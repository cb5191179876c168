import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import { drawSentence } from "../notice.ts";
import { archivedList, drawArchivedList } from "../views/archived-list.ts";
import { drawProfileDetails } from "../views/profile-details.ts";
import { sayNoChange } from "./no-change.ts";
import { nameTaken } from "./not-taken-back.ts";
import { gone } from "./show-details.ts";

/** Restore, beside a profile that is in the archive. */
export function restoreArchived(usecases: UseCases) {
  return (value: string, where: ActedView | undefined): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.takeBack(actor, id.data);
      switch (answer.kind) {
        case "refused":
        case "gone":
        case "cannot":
          return sayNoChange(answer);
        case "name-taken":
          return { kind: "notice", notice: nameTaken(answer.profile.name) };
        case "was-so":
        case "taken-back": {
          const { profile } = answer;
          const isDone = answer.kind === "taken-back";
          const text = isDone ? "Back in the list." : "It is in the list already.";
          const listed = where?.callback_id === archivedList.id && (await usecases.listArchived(actor, 1));
          const view =
            listed && listed.kind === "listed"
              ? drawArchivedList(listed, {
                  text: `“${profile.name}”: ${text}`,
                  ...(isDone && { undo: profile }),
                })
              : drawProfileDetails({ profile, mayChange: true, said: { text, canUndo: isDone } });
          return {
            kind: "view",
            view,
            inPlace: true,
            told: drawSentence("Restored", `“${profile.name}” is in the list.`),
          };
        }
      }
    },
  });
}
