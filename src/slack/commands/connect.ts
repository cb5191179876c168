import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawConnectForm } from "../views/connect-form.ts";
import { drawConnection } from "../views/connection.ts";

/** `/icp connect`: how the workspace stands with Kashew, or the form that connects it. */
export function connectCommand(usecases: Pick<UseCases, "showConnection">) {
  return (): Work => ({
    opens: "Kashew",
    again: "connect",
    async answer(actor): Promise<Answer> {
      const answer = await usecases.showConnection(actor);
      if (answer.kind === "refused") return answer;
      return { kind: "view", view: answer.kind === "connected" ? drawConnection(answer) : drawConnectForm() };
    },
  });
}
