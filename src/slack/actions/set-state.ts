import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawProfileDetails } from "../views/profile-details.ts";
import { writesSpent } from "../views/writes-spent.ts";
import { keepCards } from "./keep-cards.ts";
import { gone } from "./show-details.ts";

export const cannotChange = drawSentence(
  "Not changed",
  "Profiles are kept in Kashew now, whose API can’t change, pause or archive one. Change it there, or create a corrected copy. What this workspace kept itself is shown again after Disconnect.",
);

/** Pause and Resume, in Details. */
export function setState(usecases: UseCases, isActive: boolean) {
  return (value: string): Work => ({
    isWrite: true,
    async answer(actor, place): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.setProfileState(actor, { id: id.data, isActive });
      switch (answer.kind) {
        case "refused":
          return answer;
        case "gone":
          return { kind: "notice", notice: gone };
        case "cannot":
          return { kind: "notice", notice: cannotChange };
        case "writes-spent":
          return { kind: "notice", notice: writesSpent(answer.limit) };
        case "set": {
          const { teamId } = actor;
          const { profile, wasSo } = answer;
          const text = `${isActive ? "Resumed" : "Paused"}${wasSo ? " already." : " by you."}`;
          return {
            kind: "view",
            view: drawProfileDetails({ profile, mayChange: true, said: { text, canUndo: !wasSo } }),
            inPlace: true,
            told: drawSentence(
              isActive ? "Resumed" : "Paused",
              `“${profile.name}” is ${isActive ? "active" : "paused"} now.`,
            ),
            afterwards: () => keepCards(usecases, { teamId, profile, place }),
          };
        }
      }
    },
  });
}
