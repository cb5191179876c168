import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawHistory } from "../views/history.ts";

/** History of changes, and its Previous and Next, which turn the page `inPlace`. */
export function readHistory(usecases: UseCases, { inPlace }: { inPlace: boolean }) {
  return (value: string): Work => ({
    async answer(actor): Promise<Answer> {
      const page = /^\d{1,9}$/.test(value) ? Number(value) : 1;
      const answer = await usecases.readHistory(actor, page);
      if (answer.kind === "refused") return answer;
      return { kind: "view", view: drawHistory(answer), inPlace };
    },
  });
}
