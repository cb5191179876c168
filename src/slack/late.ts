import type { ModalView } from "@slack/types";
import { toFault } from "../errors.ts";
import type { LateAnswer, ShownAnswer } from "./answer.ts";
import { noticeModal } from "./notice.ts";
import type { Request } from "./request.ts";

/** Waits for what was not known at once. Never rejects: what breaks, or is refused, is said above what was typed. */
export async function answerLate(
  late: LateAnswer,
  { request, replace }: { request: Request; replace?: (view: ModalView) => Promise<unknown> },
): Promise<ShownAnswer> {
  try {
    const answer = await late.answer(async (notice) => {
      // How far it is can be missed; what becomes of it cannot.
      await replace?.(noticeModal(notice)).catch(() => undefined);
    });
    if (answer.kind === "view") return answer;
    request.refused(answer);
    const notice = await request.drawRefusal(answer);
    // What was typed comes back when the person is let in.
    if (answer.isDraftKept) return { kind: "view", view: noticeModal(notice), told: notice };
    return late.failed(notice.text);
  } catch (thrown) {
    const fault = toFault(thrown);
    request.failed(fault);
    return late.failed(request.faultLine(fault));
  }
}
