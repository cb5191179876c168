import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawArchivedProfile } from "../views/archived-profile.ts";
import { drawShareForm } from "../views/share-form.ts";
import { gone, goneFrom } from "./show-details.ts";

/** Share…, beside a profile: asks where to. */
export function openShareForm(usecases: UseCases) {
  return (value: string): Work => ({
    opens: "Share profile",
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.showProfile(actor, { id: id.data, action: "share" });
      switch (answer.kind) {
        case "refused":
          return answer;
        case "archived":
          return { kind: "view", view: drawArchivedProfile(answer) };
        case "gone":
          return { kind: "notice", notice: goneFrom(answer) };
        case "found":
          return { kind: "view", view: drawShareForm(answer.profile) };
      }
    },
  });
}
