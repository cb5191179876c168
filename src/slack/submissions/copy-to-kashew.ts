import type { Person } from "../../rules/people.ts";
import type { UseCases } from "../../usecases/use-cases.ts";
import { actions, button } from "../blocks.ts";
import type { LateAnswer } from "../listening/answer.ts";
import { showNotice } from "../listening/shown.ts";
import type { Notice } from "../notice.ts";
import { drawSentence } from "../notice.ts";
import { drawDisconnected } from "../views/connection.ts";
import { connection } from "../views/connection-ids.ts";
import { drawCopied, drawCopying } from "../views/copy-form.ts";
import { faultSentence } from "../words.ts";

/** Slack lets a view be redrawn some hundred times a minute. */
const shownEvery = 5;

/** Copy, in the modal that says what will be created. */
export function copyToKashew(usecases: Pick<UseCases, "copyToKashew">) {
  return (actor: Person): LateAnswer => {
    return {
      kind: "late",
      meanwhile: drawCopying(),
      failed: (reason) => showNotice(drawStopped(reason)),
      async answer(show) {
        const answer = await usecases.copyToKashew(actor, async (copied, of) => {
          if (copied % shownEvery === 0) await show(drawCopying(`: ${copied} of ${of}`));
        });
        switch (answer.kind) {
          case "refused":
            return answer;
          case "not-connected":
            return showNotice(drawDisconnected());
          case "copied": {
            const { copied, why } = answer;
            if (why === undefined) return showNotice(drawCopied(copied));
            const reason =
              why === "unknown-outcome"
                ? "Kashew didn’t say whether the next one was saved."
                : faultSentence(why);
            return showNotice(drawStopped(`${copied} of ${answer.total} are copied. ${reason}`));
          }
        }
      },
    };
  };
}

function drawStopped(reason: string): Notice {
  const notice = drawSentence(
    "Not all copied",
    `${reason} Go on when that is mended: nothing is created twice.`,
  );
  const again = button(connection.copy, { text: "Go on", value: "kashew", style: "primary" });
  return { ...notice, blocks: [...notice.blocks, actions("stopped-do", again)] };
}
