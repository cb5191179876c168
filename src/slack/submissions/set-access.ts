import type { Person } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Channels, SubmissionAnswer } from "../listening/answer.ts";
import type { SubmissionPayload } from "../listening/payloads.ts";
import { drawSentence } from "../notice.ts";
import { drawAccessForm, readAccessForm } from "../views/access-form.ts";
import { drawAccessSet } from "../views/access-shown.ts";

/** Save in “Who may do what”. */
export function setAccess(usecases: UseCases) {
  return async (
    actor: Person,
    { view }: SubmissionPayload,
    people: Pick<Channels, "installer">,
  ): Promise<SubmissionAnswer> => {
    const reading = readAccessForm(view.private_metadata, view.state.values);
    if (reading.kind === "errors") return reading;
    const answer = await usecases.setAccess(actor, reading);
    switch (answer.kind) {
      case "refused":
        return answer;
      case "stale": {
        const who = answer.access.changedBy === undefined ? "Somebody" : `<@${answer.access.changedBy}>`;
        const remark = `*Not saved: ${who} changed this meanwhile.* Below is what holds now.`;
        const told = "Somebody changed meanwhile who may do what. Nothing of yours was saved.";
        return {
          kind: "view",
          view: drawAccessForm(answer.access, { installer: await people.installer(), remark }),
          told: drawSentence("Not saved", told),
        };
      }
      case "set":
        return {
          kind: "view",
          view: drawAccessSet(answer.access, await people.installer()),
          told: drawSentence("Saved", "Who may do what is saved. It counts from now on."),
        };
    }
  };
}
