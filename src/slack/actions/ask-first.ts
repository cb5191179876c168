import type { ModalView } from "@slack/types";
import type { Profile } from "../../rules/profile.ts";
import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawArchivedProfile } from "../views/archived-profile.ts";
import { sayNoChange } from "./no-change.ts";
import { gone } from "./show-details.ts";

/** Archive… and Owner…, in Details: a small form in its place, for whoever may submit it. */
export function askFirst(usecases: Pick<UseCases, "beginChange">, drawForm: (profile: Profile) => ModalView) {
  return (value: string): Work => ({
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.beginChange(actor, id.data);
      switch (answer.kind) {
        case "refused":
        case "gone":
        case "cannot":
          return sayNoChange(answer);
        case "archived": {
          const { archived } = answer;
          return { kind: "view", view: drawArchivedProfile({ archived, mayChange: true }), inPlace: true };
        }
        case "begun":
          return { kind: "view", view: drawForm(answer.profile), inPlace: true };
      }
    },
  });
}
