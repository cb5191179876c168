import type { Person, UserId } from "../../rules/people.ts";
import type { AccessRequest } from "../../stores/access-store.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Answer, Work, Workplace } from "../listening/answer.ts";
import { drawSentence } from "../notice.ts";
import { drawAccessAsk } from "../views/access-ask.ts";
import { drawAsked, drawAskedAlready, drawHeld } from "../views/access-request.ts";
import { rewriteCopies } from "./close-request.ts";

/** More than five need not be disturbed for one question. */
const mostAsked = 5;
/** Nobody waits for a modal here, so Slack may take its time. */
const adminsWithinMs = 5000;

const nobodyReached = drawSentence(
  "Nobody was reached",
  "None of the ICP admins could be reached just now, so nothing was asked. Try again in a minute.",
);

/** Request access, under a refusal. */
export function requestAccess(usecases: UseCases, command: string) {
  return (): Work => ({
    isWrite: true,
    async answer(actor, place): Promise<Answer> {
      const answer = await usecases.requestAccess(actor);
      switch (answer.kind) {
        case "refused":
          return answer;
        case "held":
          return { kind: "notice", notice: drawHeld(), inPlace: true };
        case "asked-already":
          return { kind: "notice", notice: drawAskedAlready(answer.request), inPlace: true };
        case "asked":
          return ask(answer, actor, place);
      }
    },
  });

  async function ask(
    { request, icpAdmins }: { request: AccessRequest; icpAdmins: readonly UserId[] },
    actor: Person,
    place: Workplace,
  ): Promise<Answer> {
    const withdraw = () => usecases.withdrawRequest(actor, request.id);
    const copies = await send(request, { icpAdmins, actor, place }).catch(async (thrown: unknown) => {
      await withdraw();
      throw thrown;
    });
    if (copies.length === 0) {
      await withdraw();
      return { kind: "notice", notice: nobodyReached };
    }
    const now = await usecases.rememberCopies(actor.teamId, { id: request.id, copies });
    return {
      kind: "notice",
      notice: drawAsked(request, copies.length),
      inPlace: true,
      // Somebody answered before all copies were known.
      afterwards: async () => {
        if (now !== undefined && now.state !== "open") await rewriteCopies(now, place);
      },
    };
  }

  /** Answers the messages that arrived. */
  async function send(request: AccessRequest, asking: Asking) {
    const { nameOf, message } = asking.place;
    const admins = await adminsToAsk(asking);
    const name = await nameOf(request.by);
    const ask = drawAccessAsk(request, { name, others: admins.length - 1, command });
    const sent = await Promise.allSettled(admins.map((admin) => message(admin, ask)));
    return sent.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  }
}

interface Asking {
  /** Those whom the workspace names as such. */
  readonly icpAdmins: readonly UserId[];
  readonly actor: Person;
  readonly place: Workplace;
}

async function adminsToAsk({ icpAdmins, actor: { userId }, place }: Asking): Promise<readonly UserId[]> {
  const admins = await place.adminsWith(icpAdmins, { withinMs: adminsWithinMs });
  return admins.filter((id) => id !== userId).slice(0, mostAsked);
}
