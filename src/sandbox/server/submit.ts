import { z } from "zod";
import { judgeSubmissionAnswer } from "../judge/judge.ts";
import type { Actor } from "./actor.ts";
import { readView } from "./block-kit.ts";
import { clientErrors } from "./client-rules.ts";
import type { Outcome } from "./deliver.ts";
import { deliverInteraction } from "./deliver.ts";
import { parseIfJson } from "./json.ts";
import { viewSubmissionPayload } from "./payloads.ts";
import { recordComplaints } from "./record.ts";
import { toastRefusal } from "./refused-view.ts";
import { toast } from "./toasts.ts";
import { closeModal, pushModal, stackOf, topModal, toViewPayload, updateView } from "./views.ts";
import { wait } from "./wait.ts";
import { until } from "./waiting.ts";
import type { OpenView, World } from "./world.ts";
import { changed } from "./world.ts";

const trouble = "We had some trouble connecting. Try again?";

const SubmissionAnswer = z.discriminatedUnion("response_action", [
  z.object({ response_action: z.literal("clear") }),
  z.object({ response_action: z.enum(["update", "push"]), view: z.unknown() }),
  z.object({ response_action: z.literal("errors"), errors: z.record(z.string(), z.string()) }),
]);

/** Presses the submit of the top modal, once there is one, `times` times at once. */
export async function submitModal(actor: Actor, times: number): Promise<void> {
  const view = await until(actor, "finds no modal that can be submitted", () => {
    const top = topModal(actor.world, actor.person.id);
    return top !== undefined && canSubmit(top) ? top : undefined;
  });
  await submitView(actor, view, times);
}

/** Sends `times` submissions of the same view, hash and state. Each ack is carried out as it arrives. */
export async function submitView({ world, person }: Actor, view: OpenView, times = 1): Promise<void> {
  view.errors = clientErrors(view);
  changed(world);
  if (Object.keys(view.errors).length > 0) return;
  const snapshot = structuredClone(toViewPayload(world, view));
  await Promise.all(
    Array.from({ length: times }, async () => {
      const payload = viewSubmissionPayload(world, { person, view, snapshot });
      const outcome = await deliverInteraction(world, payload, person.id);
      await wait(world.delays.ack);
      applyAnswer(world, view, outcome);
    }),
  );
}

export function canSubmit({ body }: OpenView): boolean {
  return body.submit !== undefined && body.submit_disabled !== true;
}

function applyAnswer(world: World, view: OpenView, outcome: Outcome): void {
  const answer = readAnswer(world, view, outcome);
  if (answer === "trouble") {
    toast(world, view.person, trouble);
    return;
  }
  if (!stackOf(world, view.person).includes(view)) return;
  switch (answer?.response_action) {
    case undefined:
      closeModal(world, view);
      break;
    case "clear":
      closeModal(world, view, true);
      break;
    case "errors":
      view.errors = answer.errors;
      changed(world);
      break;
    case "update":
      updateView(world, view, readView(answer.view));
      break;
    case "push": {
      const { person, team, channel } = view;
      const pushed = pushModal(world, { person, team, channel, body: readView(answer.view) });
      if (pushed === undefined) toast(world, person, trouble);
      break;
    }
    default:
      answer satisfies never;
  }
}

/** Undefined for the empty answer, which closes the view. */
function readAnswer(
  world: World,
  view: OpenView,
  outcome: Outcome,
): z.infer<typeof SubmissionAnswer> | undefined | "trouble" {
  if (outcome.kind !== "answered" || outcome.status !== 200) return "trouble";
  const answer = outcome.body.trim() === "" ? undefined : parseIfJson(outcome.body);
  const inputs = view.body.blocks.filter((block) => block.type === "input").map((block) => block.block_id);
  const complaints = judgeSubmissionAnswer(answer, inputs);
  recordComplaints(world, outcome.exchange, complaints);
  if (complaints.length > 0) {
    if (complaints.some(({ pointer }) => pointer.startsWith("/view"))) {
      toastRefusal(world, { person: view.person, verb: "answer with", complaints });
    }
    return "trouble";
  }
  const read = SubmissionAnswer.safeParse(answer);
  return read.success ? read.data : undefined;
}
