import { mostPeople } from "../../rules/access.ts";
import type { AccessRequest } from "../../stores/access-store.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work, Workplace } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawAccessClosed } from "../views/access-ask.ts";
import { drawAnswer, drawTooLate } from "../views/access-request.ts";

const gone: Answer = {
  kind: "notice",
  notice: drawSentence("No such request", "This request isn’t there any more. Nothing was changed."),
};

const full: Answer = {
  kind: "notice",
  notice: drawSentence(
    "Not allowed yet",
    `${mostPeople} people are chosen already, and no more can be. Take somebody out, or let all full members write.`,
  ),
};

/** Allow and Deny, in an admin's message. The first answer counts, and all copies show it. */
export function answerRequest(usecases: UseCases, state: "allowed" | "denied") {
  return (id: string): Work => ({
    isWrite: true,
    async answer(actor, place): Promise<Answer> {
      const answer = await usecases.answerRequest(actor, { id, state });
      switch (answer.kind) {
        case "refused":
          return answer;
        case "gone":
          return gone;
        case "full":
          return full;
        case "closed-before":
          return { kind: "card", message: await drawClosed(answer.request, place) };
        case "closed": {
          const { request } = answer;
          return {
            kind: "card",
            message: await drawClosed(request, place),
            afterwards: () => tellAnswer(usecases, request, place),
          };
        }
      }
    },
  });
}

/** Withdraw request, beside what the person was told who asked. */
export function withdrawRequest(usecases: UseCases) {
  return (id: string): Work => ({
    isWrite: true,
    async answer(actor, place): Promise<Answer> {
      const answer = await usecases.withdrawRequest(actor, id);
      switch (answer.kind) {
        case "gone":
          return gone;
        case "full":
          return full;
        case "closed-before": {
          const { request } = answer;
          const closedBy = await nameOfCloser(request, place);
          return { kind: "notice", notice: drawTooLate(request, closedBy), inPlace: true };
        }
        case "closed":
          return {
            kind: "notice",
            notice: drawSentence(
              "Withdrawn",
              "Your request is withdrawn. You can ask again whenever you want.",
            ),
            inPlace: true,
            afterwards: () => rewriteCopies(answer.request, place),
          };
      }
    },
  });
}

/** Tells the person what became of their request, and shows it in every admin's copy. */
export async function tellAnswer(
  usecases: Pick<UseCases, "noteTold">,
  request: AccessRequest,
  place: Workplace,
): Promise<void> {
  const tell = async () => {
    await place.message(request.by, drawAnswer(request, await nameOfCloser(request, place)));
    await usecases.noteTold(place.teamId, request.id);
  };
  await Promise.all([tell(), rewriteCopies(request, place)]);
}

/** Shows in every admin's copy what became of the request. */
export async function rewriteCopies(request: AccessRequest, place: Workplace): Promise<void> {
  const message = await drawClosed(request, place);
  await Promise.all(request.copies.map((copy) => place.rewrite(copy, message)));
}

async function drawClosed(request: AccessRequest, place: Workplace) {
  const name = await place.nameOf(request.by);
  return drawAccessClosed(request, { name, closedBy: await nameOfCloser(request, place) });
}

async function nameOfCloser({ closedBy }: AccessRequest, { nameOf }: Workplace): Promise<string> {
  return closedBy === undefined ? "" : nameOf(closedBy);
}
