import type { UseCases } from "../../usecases/use-cases.ts";
import type { FormLines } from "../form-lines.ts";
import type { Answer, Work } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import { readFormMetadata } from "../views/form-metadata.ts";
import { readFormValues } from "../views/read-profile-form.ts";

/** A choice in a menu of the profile form, with which Slack tells of all that is filled in. */
export function followForm(usecases: Pick<UseCases, "followForm">, forms: FormLines) {
  return ({ private_metadata, state }: ActedView): Work => {
    const arrival = forms.arrive();
    return {
      isAside: true,
      async answer(actor): Promise<Answer> {
        const metadata = readFormMetadata(private_metadata);
        if (metadata === undefined) return { kind: "nothing" };
        const { values } = readFormValues(state?.values ?? {});
        const { id: about = "", revision } = metadata.editing ?? {};
        const form = { by: actor, nonce: metadata.nonce };
        const keep = () => usecases.followForm(actor, { about, values, revision });
        const answer = await forms.keep(form, arrival, keep);
        return answer?.kind === "refused" ? answer : { kind: "nothing" };
      },
    };
  };
}
