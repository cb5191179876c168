import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawProfileDetails } from "../views/profile-details.ts";
import { sayNoChange } from "./no-change.ts";
import { gone } from "./show-details.ts";

/** Pause and Resume, in Details. */
export function setState(usecases: UseCases, isActive: boolean) {
  return (value: string): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.setProfileState(actor, { id: id.data, isActive });
      switch (answer.kind) {
        case "refused":
        case "gone":
        case "cannot":
        case "writes-spent":
          return sayNoChange(answer);
        case "set": {
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
          };
        }
      }
    },
  });
}
