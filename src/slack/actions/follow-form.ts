import { advise } from "../../rules/advice/advice.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../answer.ts";
import type { ActedView } from "../payloads.ts";
import { readFormMetadata } from "../views/form-metadata.ts";
import { drawFormWithAdvice } from "../views/form-with-advice.ts";
import { readFormValues } from "../views/read-profile-form.ts";

/** A choice in a menu of the profile form, with which Slack tells of all that is filled in: it is kept, and advised on. */
export function followForm(usecases: Pick<UseCases, "followForm">) {
  return (form: ActedView): Work => ({
    isAside: true,
    async answer(actor): Promise<Answer> {
      const metadata = readFormMetadata(form.private_metadata);
      if (metadata === undefined) return { kind: "nothing" };
      const { values } = readFormValues(form.state?.values ?? {});
      const answer = await usecases.followForm(actor, { about: metadata.editing?.id ?? "", values });
      if (answer.kind === "refused") return answer;
      const drawn = drawFormWithAdvice(form, advise(values, answer.overlap));
      return drawn === undefined ? { kind: "nothing" } : { kind: "form", isAlike: true, ...drawn };
    },
  });
}
