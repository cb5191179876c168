import type { NoChange } from "../../usecases/permit-change.ts";
import type { Answer } from "../listening/answer.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { writesSpent } from "../views/writes-spent.ts";
import { gone } from "./show-details.ts";

export const cannotChange = drawSentence(
  "Not changed",
  "Profiles are kept in Kashew now, whose API can’t change, pause or archive one. Change it there, or create a corrected copy. What this workspace kept itself is shown again after Disconnect.",
);

/** What stands in the way of a change, in words. */
export function sayNoChange(answer: NoChange, cannot: Notice = cannotChange): Answer {
  switch (answer.kind) {
    case "refused":
      return answer;
    case "gone":
      return { kind: "notice", notice: gone };
    case "cannot":
      return { kind: "notice", notice: cannot };
    case "writes-spent":
      return { kind: "notice", notice: writesSpent(answer.limit) };
  }
}
