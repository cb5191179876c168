import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawKeys } from "../views/keys-form.ts";

/** `/icp keys`: the keys to the REST API, for those who look after the app. */
export function keysCommand(usecases: Pick<UseCases, "listKeys">, isOn: boolean) {
  return (): Work => ({
    opens: "API keys",
    again: "keys",
    async answer(actor): Promise<Answer> {
      const answer = await usecases.listKeys(actor);
      if (answer.kind === "refused") return answer;
      return { kind: "view", view: drawKeys(answer.keys, { isOn }) };
    },
  });
}
