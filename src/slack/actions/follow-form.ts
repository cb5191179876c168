import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../answer.ts";
import type { ActedView } from "../payloads.ts";
import { readFormMetadata } from "../views/form-metadata.ts";
import { readFormValues } from "../views/read-profile-form.ts";

/** A choice in a menu of the profile form, with which Slack tells of all that is filled in. */
export function followForm(usecases: Pick<UseCases, "followForm">) {
  return ({ private_metadata, state }: ActedView): Work => ({
    isAside: true,
    async answer(actor): Promise<Answer> {
      const metadata = readFormMetadata(private_metadata);
      if (metadata === undefined) return { kind: "nothing" };
      const { values } = readFormValues(state?.values ?? {});
      const { id: about = "", revision } = metadata.editing ?? {};
      const answer = await usecases.followForm(actor, { about, values, revision });
      return answer.kind === "refused" ? answer : { kind: "nothing" };
    },
  });
}
