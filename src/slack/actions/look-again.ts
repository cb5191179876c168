import type { UseCases } from "../../usecases/use-cases.ts";
import type { LateAnswer, Work } from "../listening/answer.ts";
import { showNotice, showSaved } from "../listening/shown.ts";
import { drawSentence } from "../notice.ts";
import { drawUnknownOutcome } from "../views/unknown-outcome.ts";

/** Look again, where Kashew's answer to a new profile was lost. Sends nothing. */
export function lookAgain(usecases: Pick<UseCases, "lookAgain">) {
  return (key: string): Work => ({
    isWrite: true,
    async answer(actor): Promise<LateAnswer> {
      return {
        kind: "late",
        meanwhile: drawSentence("Looking again", "Asking Kashew…"),
        failed: (reason) => showNotice(drawUnknownOutcome({ looked: "not-sure" }, key, reason)),
        async answer() {
          const answer = await usecases.lookAgain(actor, key);
          switch (answer.kind) {
            case "refused":
              return answer;
            case "created":
              return showSaved(answer);
            case "unknown-outcome":
              return showNotice(drawUnknownOutcome(answer, key));
            case "not-sent":
            case "cannot":
              return showNotice(drawUnknownOutcome({ looked: "not-found" }, key));
          }
        },
      };
    },
  });
}
