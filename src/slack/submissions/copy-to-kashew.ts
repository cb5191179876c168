import type { Person, TeamId } from "../../rules/people.ts";
import type { CopyAnswer } from "../../usecases/copy-to-kashew.ts";
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

/** Copy, in the modal that says what will be created. Whoever presses it while it is done waits for the same answer. */
export function copyToKashew(usecases: Pick<UseCases, "copyToKashew">) {
  const underway = new Map<TeamId, Promise<CopyAnswer>>();
  return (actor: Person): LateAnswer => {
    return {
      kind: "late",
      meanwhile: drawCopying(),
      failed: (reason) => showNotice(drawStopped(reason)),
      async answer(show) {
        const answer = await copy(actor, async (copied, of) => {
          if (copied % shownEvery === 0) await show(drawCopying(`: ${copied} of ${of}`));
        });
        switch (answer.kind) {
          case "refused":
            return answer;
          case "not-connected":
            return showNotice(drawDisconnected());
          case "copied": {
            const { copied, total, unsure, why } = answer;
            if (copied === total) return showNotice(drawCopied(copied));
            const reasons = [...unsureSentence(unsure), ...(why === undefined ? [] : [faultSentence(why)])];
            return showNotice(drawStopped(`${copied} of ${total} are copied. ${reasons.join(" ")}`));
          }
        }
      },
    };
  };

  function copy(actor: Person, sayDone: Parameters<UseCases["copyToKashew"]>[1]): Promise<CopyAnswer> {
    const { teamId } = actor;
    const answer =
      underway.get(teamId) ??
      usecases.copyToKashew(actor, sayDone).finally(() => void underway.delete(teamId));
    underway.set(teamId, answer);
    return answer;
  }
}

/** Each is looked for again before it is sent once more. */
function unsureSentence(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const which = names.map((name) => `“${name}”`).join(", ");
  return [`Kashew didn’t say whether it saved ${which}.`];
}

function drawStopped(reason: string): Notice {
  const notice = drawSentence(
    "Not all copied",
    `${reason} Go on when that is mended: what is in Kashew by then is left alone.`,
  );
  const again = button(connection.copy, { text: "Go on", value: "kashew", style: "primary" });
  return { ...notice, blocks: [...notice.blocks, actions("stopped-do", again)] };
}
