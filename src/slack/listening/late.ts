import { toFault } from "../../errors.ts";
import type { Message } from "../notice.ts";
import { noticeMessage } from "../notice.ts";
import type { LateAnswer, ShownAnswer } from "./answer.ts";
import type { Request } from "./request.ts";
import { showNotice } from "./shown.ts";
import type { Redrawn } from "./stage.ts";

export interface LateScene {
  readonly request: Request;
  /** Puts it where `meanwhile` stands. */
  replace(shown: ShownAnswer): Promise<Redrawn>;
  /** A message from the app to the person. */
  direct(message: Message): Promise<unknown>;
}

/**
 * Waits for what was not known at once, and shows it where `meanwhile` stands, or directly where that is gone. Never
 * rejects: what breaks, or is refused, is said above what was typed.
 */
export async function finishLate(late: LateAnswer, scene: LateScene): Promise<void> {
  await showLate(await answerLate(late, scene), scene);
}

/** Where `meanwhile` stands, or directly where that is gone. */
export async function showLate(shown: ShownAnswer, { request, replace, direct }: LateScene): Promise<void> {
  const replaced = await replace(shown).catch((thrown: unknown) => {
    request.failed(toFault(thrown));
    return "closed" as const;
  });
  if (replaced !== "closed") return;
  await direct(noticeMessage(shown.told)).catch((thrown: unknown) => request.untold(thrown));
}

/** What becomes of it. */
export async function answerLate(
  late: LateAnswer,
  { request, replace }: Pick<LateScene, "request" | "replace">,
): Promise<ShownAnswer> {
  try {
    const answer = await late.answer(async (notice) => {
      // How far it is can be missed; what becomes of it cannot.
      await replace(showNotice(notice)).catch(() => undefined);
    });
    if (answer.kind === "view") return answer;
    request.refused(answer);
    const notice = await request.drawRefusal(answer);
    // What was typed comes back when the person is let in.
    return answer.isDraftKept ? showNotice(notice) : late.failed(notice.text);
  } catch (thrown) {
    const fault = toFault(thrown);
    request.failed(fault);
    return late.failed(request.faultLine(fault));
  }
}
