import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, LateAnswer, ShownAnswer, Work } from "../answer.ts";
import type { Notice } from "../notice.ts";
import { drawSentence, noticeModal } from "../notice.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { drawProfileSaved } from "../views/profile-saved.ts";
import { drawUnknownOutcome } from "../views/unknown-outcome.ts";
import { writesSpent } from "../views/writes-spent.ts";

/** Look again, where Kashew's answer to a new profile was lost. Sends nothing. */
export function lookAgain(usecases: Pick<UseCases, "lookAgain">) {
  return (key: string): Work => ({
    isWrite: true,
    async answer(actor): Promise<LateAnswer> {
      return {
        kind: "late",
        meanwhile: drawSentence("Looking again", "Asking Kashew…"),
        failed: (reason) => shown(drawUnknownOutcome({ looked: "not-sure" }, key, reason)),
        async answer() {
          const answer = await usecases.lookAgain(actor, key);
          switch (answer.kind) {
            case "refused":
              return answer;
            case "created":
              return {
                kind: "view",
                view: drawProfileSaved(answer),
                told: drawSentence("Profile saved", `“${answer.profile.name}” is saved.`),
              };
            case "unknown-outcome":
              return shown(drawUnknownOutcome(answer, key));
            case "not-sent":
            case "cannot":
              return shown(drawUnknownOutcome({ looked: "not-found" }, key));
          }
        },
      };
    },
  });
}

/** Save once more: the form with what was typed, as another submission, since Kashew may have the first one. */
export function saveOnceMore(usecases: Pick<UseCases, "continueProfile">) {
  return (): Work => ({
    opens: "New ICP profile",
    async answer(actor): Promise<Answer> {
      const answer = await usecases.continueProfile(actor);
      switch (answer.kind) {
        case "refused":
          return answer;
        case "writes-spent":
          return { kind: "notice", notice: writesSpent(answer.writes.limit) };
        case "begun": {
          const { draft: values = {}, writes, keeper } = answer;
          const remark = "Kashew may have this profile already. Saving it once more can make a second one.";
          const nonce = crypto.randomUUID();
          return {
            kind: "view",
            view: drawProfileForm({ values, nonce, writes, keeper, remark }),
            inPlace: true,
          };
        }
      }
    },
  });
}

function shown(notice: Notice): ShownAnswer {
  return { kind: "view", view: noticeModal(notice), told: notice };
}
