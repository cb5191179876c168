import { setTimeout } from "node:timers/promises";
import type { ModalView } from "@slack/types";
import { noticeModal } from "../notice.ts";
import type { LateAnswer } from "./answer.ts";
import type { LateScene } from "./late.ts";
import { answerLate, showLate } from "./late.ts";

/** What needs nobody else to answer is known by then, and rides in the ack. */
const atOnceMs = 200;

interface LateSubmissionScene extends LateScene {
  ack(answer: { response_action: "update"; view: ModalView }): Promise<void>;
  /** As of every submission. */
  readonly ackSettlesMs: number;
}

/** Answers a form in its ack where that is known at once; else `meanwhile` takes the form's place until it is. */
export async function answerLateSubmission(late: LateAnswer, scene: LateSubmissionScene): Promise<void> {
  const { request, ack, replace, ackSettlesMs } = scene;
  let isSettled = false;
  const answering = answerLate(late, {
    request,
    // How far it is can be missed.
    replace: async (shown) => (isSettled ? replace(shown) : "changed"),
  });
  const atOnce = await Promise.race([answering, undefinedAfter(atOnceMs)]);
  const { view } = atOnce ?? { view: noticeModal(late.meanwhile) };
  await ack({ response_action: "update", view });
  request.acked();
  if (atOnce !== undefined) return;
  const settling = setTimeout(ackSettlesMs).then(() => {
    isSettled = true;
  });
  const [shown] = await Promise.all([answering, settling]);
  await showLate(shown, scene);
}

export function undefinedAfter(ms: number): Promise<undefined> {
  return setTimeout(ms, undefined, { ref: false });
}
