import type { ModalView, PlainTextOption } from "@slack/types";
import { toFault } from "../errors.ts";
import type { Actor } from "../rules/people.ts";
import type { Channels, OptionsAnswer, Submission } from "./answer.ts";
import { noticeModal } from "./notice.ts";
import type { Request } from "./request.ts";
import { drawRemark } from "./views/suggestions.ts";
import { faultLine } from "./words.ts";

type SubmissionAck =
  | { response_action: "update" | "push"; view: ModalView }
  | { response_action: "errors"; errors: Record<string, string> };

/**
 * A submission's answer can only ride in its ack. Whatever goes wrong leaves the form open with all that was typed:
 * a sentence under the first field, or a notice on top of the form.
 */
export async function answerSubmission(
  submission: Submission,
  { request, channels }: { request: Request; channels: Channels },
): Promise<SubmissionAck> {
  try {
    const answer = await submission.answer(await request.who.ask({ anew: true }), channels);
    switch (answer.kind) {
      case "view":
        return { response_action: "update", view: answer.view };
      case "errors":
        return underFields(answer.errors);
      case "refused": {
        request.refused(answer);
        return { response_action: "push", view: noticeModal(await request.drawRefusal(answer)) };
      }
    }
  } catch (thrown) {
    const fault = toFault(thrown);
    request.failed(fault);
    return underFields({ [submission.firstInput]: `Not saved. ${faultLine(fault, request.reference)}` });
  }
}

function underFields(errors: Readonly<Record<string, string>>): SubmissionAck {
  return { response_action: "errors", errors: { ...errors } };
}

/** Never empty, since Slack then goes on showing the answer before. */
export async function answerOptions(
  suggest: (actor: Actor) => Promise<OptionsAnswer>,
  request: Request,
): Promise<PlainTextOption[]> {
  try {
    const answer = await suggest(request.who.known ?? (await request.who.ask()));
    if (answer.kind === "options") return answer.options;
    request.refused(answer);
    return [drawRemark((await request.drawRefusal(answer)).text)];
  } catch (thrown) {
    const fault = toFault(thrown);
    request.failed(fault);
    return [drawRemark(faultLine(fault, request.reference))];
  }
}
