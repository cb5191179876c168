import { UserId } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work } from "../listening/answer.ts";
import { drawDeletedCard, drawProfileCard, readRefresh } from "../views/profile-card.ts";
import { gone, goneFrom } from "./show-details.ts";

/** Refresh, on a card in a channel: whoever may see profiles may make the card current. */
export function refreshCard(usecases: UseCases, now: () => number) {
  return (value: string): Work => ({
    isWrite: true,
    async answer(actor, { nameOf }): Promise<Answer> {
      const asked = readRefresh(value);
      const sharedBy = UserId.safeParse(asked?.sharedBy);
      if (asked === undefined || !sharedBy.success) return { kind: "notice", notice: gone };
      const answer = await usecases.showProfile(actor, { id: asked.profile });
      if (answer.kind === "refused") return answer;
      const by = { id: sharedBy.data, name: await nameOf(sharedBy.data) };
      if (answer.kind === "gone") {
        // What was kept here before Kashew kept the profiles comes back after Disconnect.
        return answer.keeper === "workspace"
          ? { kind: "card", message: drawDeletedCard(by.name) }
          : { kind: "notice", notice: goneFrom(answer) };
      }
      const card = drawProfileCard({
        profile: answer.kind === "archived" ? answer.archived : answer.profile,
        sharedBy: by,
        asOf: new Date(now()).toISOString(),
      });
      return { kind: "card", message: card };
    },
  });
}
