import { z } from "zod";
import { judgeSubmissionAnswer } from "../judge/judge.ts";
import type { Actor } from "./actor.ts";
import { readView } from "./block-kit.ts";
import { clientErrors } from "./client-rules.ts";
import type { Outcome } from "./deliver.ts";
import { deliverInteraction } from "./deliver.ts";
import { viewSubmissionPayload } from "./payloads.ts";
import { recordComplaints } from "./record.ts";
import { closeModal, pushModal, stackOf, topModal, toViewPayload, updateView } from "./views.ts";
import { until } from "./waiting.ts";
import type { OpenView, World } from "./world.ts";
import { changed, toast } from "./world.ts";

const trouble = "We had some trouble connecting. Try again?";

const SubmissionAnswer = z.discriminatedUnion("response_action", [
  z.object({ response_action: z.literal("clear") }),
  z.object({ response_action: z.enum(["update", "push"]), view: z.unknown() }),
  z.object({ response_action: z.literal("errors"), errors: z.record(z.string(), z.string()) }),
]);

/** Presses the modal's submit `times` times at once: same view, hash and state. Each ack is carried out as it arrives. */
export async function submitModal(actor: Actor, times: number): Promise<void> {
  const { world, person } = actor;
  const view = await until(actor, "finds no modal that can be submitted", () => {
    const top = topModal(world, person.id);
    return top?.body.submit === undefined || top.body.submit_disabled === true ? undefined : top;
  });
  view.errors = clientErrors(view);
  changed(world);
  if (Object.keys(view.errors).length > 0) return;
  const snapshot = structuredClone(toViewPayload(world, view));
  await Promise.all(
    Array.from({ length: times }, async () => {
      const payload = viewSubmissionPayload(world, { person, view, snapshot });
      applyAnswer(world, view, await deliverInteraction(world, payload, person.id));
    }),
  );
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
  const answer = parse(outcome.body);
  const inputs = view.body.blocks.filter((block) => block.type === "input").map((block) => block.block_id);
  const complaints = judgeSubmissionAnswer(answer, inputs);
  recordComplaints(world, outcome.exchange, complaints);
  if (complaints.length > 0) return "trouble";
  const read = SubmissionAnswer.safeParse(answer);
  return read.success ? read.data : undefined;
}

function parse(body: string): unknown {
  if (body.trim() === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
