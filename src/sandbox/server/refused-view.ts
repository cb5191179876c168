import type { Complaint } from "../judge/judge.ts";
import type { Called } from "./api-method.ts";
import { textOf } from "./api-method.ts";
import { toast } from "./toasts.ts";
import { findView } from "./views.ts";
import type { World } from "./world.ts";

const verbs: Record<string, string> = {
  "views.open": "open",
  "views.push": "open",
  "views.update": "update",
  "views.publish": "publish",
};

/** Slack shows nothing of a view that it refuses; here the person who waits for it hears why nothing comes. */
export function tellOfRefusedView(
  world: World,
  called: Called,
  { method, complaints }: { method: string; complaints: readonly Complaint[] },
): void {
  const person = waitingFor(world, called);
  if (complaints.length > 0 && person !== undefined) {
    toastRefusal(world, { person, verb: verbs[method] ?? "show", complaints });
  }
}

export function toastRefusal(
  world: World,
  { person, verb, complaints }: { person: string; verb: string; complaints: readonly Complaint[] },
): void {
  const count = complaints.length === 1 ? "1 complaint" : `${complaints.length} complaints`;
  const app = world.seed.app.name;
  toast(world, person, `${app} tried to ${verb} a view that Slack refuses: ${count}, see the inspector.`);
}

function waitingFor(world: World, { args, caller }: Called): string | undefined {
  const [id, externalId] = [textOf(args.view_id), textOf(args.external_id)];
  return (
    world.triggers.get(textOf(args.trigger_id) ?? "")?.person ??
    findView(world, { team: caller.workspace, id, externalId })?.person ??
    textOf(args.user_id)
  );
}
