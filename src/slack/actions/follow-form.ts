import { advise } from "../../rules/advice/advice.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { FormLines } from "../form-lines.ts";
import type { Answer, Work } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import { readFormMetadata } from "../views/form-metadata.ts";
import { drawFormWithAdvice } from "../views/form-with-advice.ts";
import { readFormValues } from "../views/read-profile-form.ts";
import { readReason } from "../views/reason-input.ts";

/** A choice in a menu of the profile form, with which Slack tells of all that is filled in: it is kept, and advised on. */
export function followForm(usecases: Pick<UseCases, "followForm">, forms: FormLines) {
  return (form: ActedView): Work => {
    const arrival = forms.arrive();
    return {
      isAside: true,
      async answer(actor): Promise<Answer> {
        const metadata = readFormMetadata(form.private_metadata);
        if (metadata === undefined) return { kind: "nothing" };
        const state = form.state?.values ?? {};
        const { values } = readFormValues(state);
        const reason = readReason(state);
        const { id: about = "", revision } = metadata.editing ?? {};
        const answer = await forms.keep({ by: actor, ...metadata }, arrival, async (filled) => {
          const now = { ...values, ...filled };
          return {
            values: now,
            ...(await usecases.followForm(actor, { about, values: now, revision, reason })),
          };
        });
        if (answer === undefined) return { kind: "nothing" };
        if (answer.kind === "refused") return answer;
        const drawn = drawFormWithAdvice(form, advise(answer.values, answer.overlap));
        return drawn === undefined ? { kind: "nothing" } : { kind: "form", ...drawn };
      },
    };
  };
}
