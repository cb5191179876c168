import { UserId } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawHistory } from "../views/history.ts";
import { printHistoryAsk, readHistoryAsk } from "../views/history-ask.ts";

/** History of changes, and what turns its pages and narrows it, `inPlace`. */
export function readHistory(usecases: UseCases, { inPlace }: { inPlace: boolean }) {
  return (value: string): Work => ({
    async answer(actor): Promise<Answer> {
      const answer = await usecases.readHistory(actor, readHistoryAsk(value));
      if (answer.kind === "refused") return answer;
      return { kind: "view", view: drawHistory(answer), inPlace };
    },
  });
}

/** Whose changes alone are to be shown, as Slack names whom somebody chose. */
export function narrowHistory(usecases: UseCases) {
  const read = readHistory(usecases, { inPlace: true });
  return (chosen: string): Work => read(printHistoryAsk({ page: 1, by: UserId.safeParse(chosen).data }));
}
