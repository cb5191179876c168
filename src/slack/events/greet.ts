import type { UserId } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import type { Happening } from "../listening/listen-events.ts";
import { noticeMessage } from "../notice.ts";
import { drawHelp } from "../views/help.ts";
import { directMessages } from "../web-api/direct-message.ts";

/** The Messages tab, opened for the first time. */
export function greet(
  usecases: UseCases,
  { command, supportUrl }: { command: string; supportUrl: string | undefined },
) {
  return (userId: UserId): Happening => ({
    kind: "person",
    userId,
    async answer({ client, who, drawRefusal }) {
      const tell = directMessages(client, userId);
      await usecases.greetPerson(await who.ask(), async (answer) => {
        const isRefused = answer.kind === "refused";
        await tell(
          isRefused ? noticeMessage(await drawRefusal(answer)) : drawHelp(answer, { command, supportUrl }),
        );
      });
    },
  });
}
