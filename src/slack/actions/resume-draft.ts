import type { UseCases } from "../../usecases/use-cases.ts";
import type { Work } from "../listening/answer.ts";
import { openEditForm } from "./edit-profile.ts";
import { openForm } from "./open-form.ts";

/** Continue, for somebody who was let in: the form that they had to leave last, as they had filled it in. */
export function resumeNewest(
  usecases: Pick<UseCases, "beginEdit" | "beginProfile" | "findNewestDraft" | "findOverlap">,
): Work {
  return {
    isWrite: true,
    opens: "ICP profile",
    async answer(actor, place) {
      const about = await usecases.findNewestDraft(actor);
      const work =
        about === ""
          ? openForm(usecases)({ draft: "filled-in" })
          : openEditForm(usecases, "filled-in")(about);
      return work.answer(actor, place);
    },
  };
}
