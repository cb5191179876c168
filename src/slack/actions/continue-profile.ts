import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../answer.ts";
import { drawProfileForm } from "../views/profile-form.ts";
import { writesSpent } from "../views/writes-spent.ts";

/** Opens the form with what was typed and not saved, as another submission. `remark` stands on top of it. */
export function continueProfile(usecases: Pick<UseCases, "continueProfile">, remark?: string) {
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
