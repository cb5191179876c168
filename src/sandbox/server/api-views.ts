import { judgeHome, judgeModal } from "../judge/judge.ts";
import type { ApiAnswer, ApiMethod, Called } from "./api-method.ts";
import { refuse, textOf, under } from "./api-method.ts";
import { readView } from "./block-kit.ts";
import { personById } from "./lookup.ts";
import type { Trigger } from "./triggers.ts";
import { exchangeTrigger } from "./triggers.ts";
import { findView, openModal, publishHome, pushModal, topModal, toViewPayload, updateView } from "./views.ts";
import type { OpenView, World } from "./world.ts";

export const viewMethods: Record<string, ApiMethod> = {
  "views.open": { judge: judgeAsModal, call: (world, called) => opened(world, called, openModal) },
  "views.push": {
    judge: judgeAsModal,
    call: (world, called) =>
      opened(world, called, pushModal, ({ person }) =>
        topModal(world, person) === undefined ? "not_found" : undefined,
      ),
  },
  "views.update": {
    judge: ({ args }) => under("/view", isHome(args.view) ? judgeHome(args.view) : judgeModal(args.view)),
    call: (world, { args, caller }) => {
      const [id, externalId] = [textOf(args.view_id), textOf(args.external_id)];
      if (id === undefined && externalId === undefined) return refuse("invalid_arguments");
      const view = findView(world, { team: caller.workspace, id, externalId });
      if (view === undefined) return refuse("not_found");
      if (isStale(args, view)) return refuse("hash_conflict");
      return shown(world, updateView(world, view, readView(args.view)));
    },
  },
  "views.publish": {
    judge: ({ args }) => under("/view", judgeHome(args.view)),
    call: (world, { args, caller }) => {
      const person = personById(world, textOf(args.user_id) ?? "");
      if (person === undefined) return refuse("user_not_found");
      const home = world.homes.get(person.id);
      if (home !== undefined && isStale(args, home)) return refuse("hash_conflict");
      const body = readView(args.view);
      return shown(
        world,
        publishHome(world, { person: person.id, team: caller.workspace, channel: undefined, body }),
      );
    },
  },
};

function opened(
  world: World,
  { args, caller }: Called,
  open: typeof openModal | typeof pushModal,
  hindrance: (trigger: Trigger) => string | undefined = () => undefined,
): ApiAnswer {
  const body = readView(args.view);
  if (findView(world, { team: caller.workspace, externalId: body.external_id }) !== undefined) {
    return refuse("duplicate_external_id");
  }
  const exchanged = exchangeTrigger(world, { id: textOf(args.trigger_id) ?? "", team: caller.workspace });
  if (exchanged.kind === "refused") return refuse(exchanged.error);
  const { trigger } = exchanged;
  const error = hindrance(trigger);
  if (error !== undefined) return refuse(error);
  const { person, team, channel } = trigger;
  const view = open(world, { person, team, channel, body });
  return view === undefined ? refuse("push_limit_reached") : shown(world, view);
}

function judgeAsModal({ args }: Called) {
  if (textOf(args.trigger_id) === undefined) {
    return [{ pointer: "/trigger_id", message: "missing required field: trigger_id" }];
  }
  return under("/view", judgeModal(args.view));
}

function shown(world: World, view: OpenView): ApiAnswer {
  return { ok: true, view: toViewPayload(world, view) };
}

function isStale(args: Record<string, unknown>, view: OpenView): boolean {
  const hash = textOf(args.hash);
  return hash !== undefined && hash !== view.hash;
}

function isHome(view: unknown): boolean {
  return typeof view === "object" && view !== null && "type" in view && view.type === "home";
}
