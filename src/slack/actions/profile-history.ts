import { ProfileId } from "../../rules/profile.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import type { ActedView } from "../listening/payloads.ts";
import { drawSentence } from "../notice.ts";
import { readRevision } from "../views/profile-change.ts";
import { drawProfileHistory } from "../views/profile-history.ts";
import { sayNoChange } from "./no-change.ts";
import { gone } from "./show-details.ts";

export const noHistory = drawSentence(
  "No history",
  "Profiles are kept in Kashew now, whose API tells nothing of what one was like before. What this workspace kept itself is shown again after Disconnect.",
);

/** History, in Details. */
export function openHistoryOf(usecases: UseCases) {
  return (value: string, where: ActedView | undefined): Work =>
    readHistoryOf(usecases, { id: value, page: 1, inPlace: false, over: where?.callback_id });
}

/** Newer and Older. */
export function turnHistoryOf(usecases: UseCases) {
  return (value: string, where: ActedView | undefined): Work => {
    const { id = "", revision: page = 1 } = readRevision(value) ?? {};
    return readHistoryOf(usecases, { id, page, inPlace: true, over: where?.private_metadata });
  };
}

function readHistoryOf(
  usecases: UseCases,
  {
    id: value,
    page,
    inPlace,
    over = "",
  }: { id: string; page: number; inPlace: boolean; over?: string | undefined },
): Work {
  return {
    async answer(actor): Promise<Answer> {
      const id = ProfileId.safeParse(value);
      if (!id.success) return { kind: "notice", notice: gone };
      const answer = await usecases.readProfileHistory(actor, { id: id.data, page });
      switch (answer.kind) {
        case "refused":
        case "gone":
        case "cannot":
          return sayNoChange(answer, noHistory);
        case "read":
          return { kind: "view", view: drawProfileHistory(answer, { over }), inPlace };
      }
    },
  };
}
