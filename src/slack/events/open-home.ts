import { toFault } from "../../errors.ts";
import type { UserId } from "../../rules/people.ts";
import type { Homes } from "../home/homes.ts";
import { publish } from "../home/publish-home.ts";
import type { Happening } from "../listening/listen-events.ts";
import { drawBrokenHome, readHomeAsk } from "../views/home.ts";

/** The Home tab was opened. What somebody looked at there last time is shown again. */
export function openHome(homes: Pick<Homes, "show">) {
  return (userId: UserId, metadata: string): Happening => ({
    kind: "person",
    userId,
    async answer(request) {
      const ask = readHomeAsk(metadata);
      try {
        request.admit();
        const unread = await homes.show(request.sender, ask);
        if (unread !== undefined) request.failed(unread);
      } catch (thrown) {
        const fault = toFault(thrown);
        request.failed(fault);
        // Slack itself may be what fails; then there is nowhere to say it, and the home follows when it can.
        if (!fault.code.startsWith("slack-")) {
          await publish(request.client, userId, drawBrokenHome(ask, request.drawFault(fault)));
        }
      }
    },
  });
}
