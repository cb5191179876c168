import { OptionsAnswer, SubmissionAnswer } from "./answers.ts";
import type { Complaint } from "./complaint.ts";
import { complain, complaintsBy, under } from "./complaint.ts";
import { isObject, toJson } from "./json.ts";
import { Deletion, Home, Message, Modal } from "./surfaces.ts";
import { judgeWhole } from "./whole-view.ts";

export type { Complaint } from "./complaint.ts";

/** Slack says 250 KB; this reads it as the smaller of the two numbers it can mean. */
const viewBytes = 250_000;

/** Judges chat.postMessage arguments (without a token), a command's ack, or the body of a response_url call. */
export function judgeMessage(payload: unknown): Complaint[] {
  return judge(payload, (json) => {
    const deletes = isObject(json) && json.delete_original === true;
    return [...complaintsBy(deletes ? Deletion : Message, json), ...judgeWhole(json, "message")];
  });
}

/** Judges the `view` of views.open, views.push and views.update. */
export function judgeModal(view: unknown): Complaint[] {
  return judge(view, (json, text) => [
    ...complaintsBy(Modal, json),
    ...judgeWhole(json, "modal"),
    ...refuseLarge(text),
  ]);
}

/** Judges the `view` of views.publish. */
export function judgeHome(view: unknown): Complaint[] {
  return judge(view, (json, text) => [
    ...complaintsBy(Home, json),
    ...judgeWhole(json, "home"),
    ...refuseLarge(text),
  ]);
}

/** Judges the answer to a block_suggestion: `{ options }` or `{ option_groups }`. */
export function judgeOptions(answer: unknown): Complaint[] {
  return judge(answer, (json) => complaintsBy(OptionsAnswer, json));
}

/**
 * Judges the ack of a view_submission; undefined, "" and {} close the view and are fine.
 * `inputBlockIds` are the block_ids of the input blocks of the view that was submitted.
 */
export function judgeSubmissionAnswer(answer: unknown, inputBlockIds: readonly string[]): Complaint[] {
  if (answer === undefined || answer === "") return [];
  return judge(answer, (json) => {
    if (!isObject(json)) return complaintsBy(SubmissionAnswer, json);
    if (Object.keys(json).length === 0) return [];
    return [
      ...complaintsBy(SubmissionAnswer, json),
      ...(isObject(json.view) ? under("/view", judgeModal(json.view)) : []),
      ...(isObject(json.errors) ? judgeErrors(json.errors, new Set(inputBlockIds)) : []),
    ];
  });
}

function judgeErrors(errors: Record<string, unknown>, inputs: ReadonlySet<string>): Complaint[] {
  const entries = Object.entries(errors);
  if (entries.length === 0) return [complain(["errors"], "must name at least one input block")];
  return entries.flatMap(([blockId, text]) => {
    const path = ["errors", blockId];
    if (!inputs.has(blockId)) return [complain(path, "is no input block of the submitted view")];
    return typeof text === "string" && text !== "" ? [] : [complain(path, "must be a sentence")];
  });
}

/** Judges what reaches Slack, which is JSON: a field that is undefined is not there. */
function judge(payload: unknown, judgeJson: (json: unknown, text: string) => Complaint[]): Complaint[] {
  const text = toJson(payload);
  if (text === undefined) return [complain([], "cannot be written as JSON")];
  return judgeJson(JSON.parse(text), text);
}

/** Spares most views the counting: no UTF-16 unit takes more than three bytes. */
function refuseLarge(text: string): Complaint[] {
  if (text.length * 3 <= viewBytes) return [];
  const bytes = new TextEncoder().encode(text).length;
  return bytes > viewBytes ? [complain([], `is ${bytes} bytes of JSON; at most ${viewBytes} fit`)] : [];
}
