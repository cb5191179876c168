import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { readRevision } from "../views/profile-change.ts";
import { sayNoChange } from "./no-change.ts";
import { changedSince, nameTaken } from "./not-taken-back.ts";
import { noHistory } from "./profile-history.ts";
import type { Where } from "./show-changed.ts";
import { showChanged } from "./show-changed.ts";
import { gone } from "./show-details.ts";

/** Restore this one, in the history. */
export function restoreRevision(usecases: UseCases) {
  return (value: string, where: Where): Work => ({
    isWrite: true,
    async answer(actor): Promise<Answer> {
      const asked = readRevision(value);
      if (asked === undefined) return { kind: "notice", notice: gone };
      const answer = await usecases.restoreRevision(actor, asked);
      switch (answer.kind) {
        case "refused":
        case "gone":
        case "cannot":
        case "writes-spent":
          return sayNoChange(answer, noHistory);
        case "conflict": {
          const { changedBy: by, changedAt: at } = answer.current;
          return { kind: "notice", notice: changedSince({ by, at }) };
        }
        case "name-taken":
          return { kind: "notice", notice: nameTaken(answer.profile.name) };
        case "unchanged":
        case "edited": {
          const { profile } = answer;
          const text =
            answer.kind === "edited"
              ? `Revision ${asked.revision} is restored.`
              : `It is as revision ${asked.revision} was.`;
          return showChanged(usecases, { actor, where, profile, text });
        }
      }
    },
  });
}
