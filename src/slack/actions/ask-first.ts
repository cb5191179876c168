import type { ModalView } from "@slack/types";
import type { Profile } from "../../rules/profile.ts";
import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../answer.ts";
import { drawArchivedProfile } from "../views/archived-profile.ts";
import { cannotChange } from "./no-change.ts";
import { gone } from "./show-details.ts";

/** Archive… and Owner…, in Details: a small form in its place, whose submission asks who may. */
export function askFirst(usecases: UseCases, drawForm: (profile: Profile) => ModalView) {
  return (value: string): Work => ({
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.showProfile(actor, { id: id.data });
      switch (answer.kind) {
        case "refused":
          return answer;
        case "gone":
          return { kind: "notice", notice: gone };
        case "archived":
          return { kind: "view", view: drawArchivedProfile(answer), inPlace: true };
        case "found":
          return answer.canChange
            ? { kind: "view", view: drawForm(answer.profile), inPlace: true }
            : { kind: "notice", notice: cannotChange };
      }
    },
  });
}
