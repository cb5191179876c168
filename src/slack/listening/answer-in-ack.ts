import type { ModalView, PlainTextOption } from "@slack/types";
import { Fault, toFault } from "../../errors.ts";
import type { Person } from "../../rules/people.ts";
import type { Message, Notice } from "../notice.ts";
import { drawSentence, noticeMessage, noticeModal } from "../notice.ts";
import { drawRemark } from "../views/suggestions.ts";
import type { Channels, LateAnswer, OptionsAnswer, Submission, SubmissionAnswer } from "./answer.ts";
import { answerLateSubmission, undefinedAfter } from "./late-submission.ts";
import type { Request } from "./request.ts";
import type { Redrawn } from "./stage.ts";

/** Slack wants the ack within 3 s, and what takes longer could be shown nowhere. */
const ackWithinMs = 2500;

type SubmissionAck =
  | { response_action: "update" | "push"; view: ModalView }
  | { response_action: "errors"; errors: Record<string, string> };

/** Where a submitted form stands. */
interface FormPlace {
  /** No modal can be put on top of it. */
  readonly isFull: boolean;
  /** Its first field, where it has one. */
  readonly firstField: string | undefined;
}

interface SubmissionScene {
  readonly request: Request;
  readonly place: FormPlace;
  readonly channels: Channels;
  ack(answer: SubmissionAck): Promise<void>;
  /** Redraws the submitted form, as long as it is still what was submitted. */
  redraw(view: ModalView): Promise<Redrawn>;
  /** Redraws what the ack has put in the form's place. */
  replace(view: ModalView): Promise<Redrawn>;
  /** A message from the app to the person. */
  direct(message: Message): Promise<unknown>;
  /** How long Slack may take to carry out an ack: what changes the form before that may be covered by it. */
  readonly ackSettlesMs: number;
}

/**
 * A submission's answer can only ride in its ack. Whatever goes wrong leaves the form open with all that was typed:
 * a sentence under the first field, or a notice on top of the form. What is not known in time is said to be on its
 * way; submitting once more joins it.
 */
export async function answerSubmission(submission: Submission, scene: SubmissionScene): Promise<void> {
  const { request, place, ack, direct } = scene;
  const answering = settle(submission, scene);
  const inTime = await Promise.race([answering, undefinedAfter(ackWithinMs)]);
  if (inTime !== undefined && "late" in inTime) {
    await answerLateSubmission(inTime.late, { ...scene, replace: ({ view }) => scene.replace(view) });
    return;
  }
  if (inTime !== undefined) {
    await ack(inTime.ack);
    request.acked();
    return;
  }
  const slow = new Fault("slack-slow", `no answer within ${ackWithinMs} ms`);
  request.failed(slow);
  await ack(sayFault(submission, request.faultLine(slow), place));
  request.acked();
  const [settled] = await Promise.all([answering, undefinedAfter(scene.ackSettlesMs)]);
  // Anything but success is said when the form is submitted once more.
  if ("late" in settled || settled.ack.response_action !== "update" || settled.told === undefined) return;
  const { ack: late, told } = settled;
  const redrawn = await scene.redraw(late.view).catch(() => "closed");
  if (redrawn === "closed") await direct(told).catch((thrown: unknown) => request.untold(thrown));
}

type Settled =
  | { readonly ack: SubmissionAck; readonly told?: Message }
  /** Nothing is done yet. */
  | { readonly late: LateAnswer };

async function settle(
  submission: Submission,
  { request, place, channels }: SubmissionScene,
): Promise<Settled> {
  try {
    request.admit();
    const answer = await submission.answer(await request.who.ask({ anew: true }), channels);
    return await toAck(answer, request, {
      firstField: submission.firstInput ?? place.firstField,
      isFull: place.isFull,
    });
  } catch (thrown) {
    const fault = toFault(thrown);
    request.failed(fault);
    const line = `${submission.undone} ${request.faultLine(fault)}`;
    return { ack: sayFault(submission, line, place) };
  }
}

async function toAck(answer: SubmissionAnswer, request: Request, place: FormPlace): Promise<Settled> {
  switch (answer.kind) {
    case "view":
      return {
        ack: { response_action: "update", view: answer.view },
        told: noticeMessage(answer.told),
      };
    case "errors":
      return { ack: underFields(answer.errors) };
    case "late":
      return { late: answer };
    case "refused": {
      request.refused(answer);
      return { ack: sayOver(await request.drawRefusal(answer), place) };
    }
  }
}

/** On top of the form, which keeps what was typed; where Slack has no room for that, under its first field. */
export function sayOver(notice: Notice, { isFull, firstField }: FormPlace): SubmissionAck {
  if (!isFull) return { response_action: "push", view: noticeModal(notice) };
  if (firstField !== undefined) return underFields({ [firstField]: notice.text });
  return { response_action: "update", view: noticeModal(notice) };
}

/** Under the first field; on top of a form that has none. */
function sayFault({ firstInput, undone }: Submission, line: string, place: FormPlace): SubmissionAck {
  if (firstInput !== undefined) return underFields({ [firstInput]: line });
  return sayOver(drawSentence(undone.replace(/\.$/, ""), line), place);
}

function underFields(errors: Readonly<Record<string, string>>): SubmissionAck {
  return { response_action: "errors", errors: { ...errors } };
}

/** A menu holds a line, and asks again with the next letter. */
const slowRemark = "This takes longer than Slack waits. Type on to look again.";

/** Never empty, since Slack then goes on showing the answer before. */
export async function answerOptions(
  suggest: (actor: Person) => Promise<OptionsAnswer>,
  request: Request,
): Promise<PlainTextOption[]> {
  const inTime = await Promise.race([drawOptions(suggest, request), undefinedAfter(ackWithinMs)]);
  if (inTime !== undefined) return inTime;
  request.failed(new Fault("slack-slow", `no options within ${ackWithinMs} ms`));
  return [drawRemark(slowRemark)];
}

async function drawOptions(
  suggest: (actor: Person) => Promise<OptionsAnswer>,
  request: Request,
): Promise<PlainTextOption[]> {
  try {
    request.admit();
    const answer = await suggest(request.who.known ?? (await request.who.ask()));
    if (answer.kind === "options") return answer.options;
    request.refused(answer);
    return [drawRemark((await request.drawRefusal(answer)).text)];
  } catch (thrown) {
    const fault = toFault(thrown);
    request.failed(fault);
    return [drawRemark(request.faultLine(fault))];
  }
}
