import type { View } from "./block-kit.ts";
import { newHash, newId } from "./ids.ts";
import { installationOf, mustInstallation } from "./lookup.ts";
import { homeOf } from "./sender.ts";
import { carryValues, initialValues } from "./state.ts";
import type { OpenView, World } from "./world.ts";
import { changed } from "./world.ts";

/** Slack stacks three modals and no more. */
const stackLimit = 3;

export interface NewView {
  person: string;
  team: string;
  channel: string | undefined;
  body: View;
}

/** Opens a modal; whatever this app had open for the person is gone. */
export function openModal(world: World, args: NewView): OpenView {
  const view = makeView(world, args);
  world.stacks.set(args.person, [view]);
  changed(world);
  return view;
}

/** Undefined when three views are stacked already. */
export function pushModal(world: World, args: NewView): OpenView | undefined {
  const stack = stackOf(world, args.person);
  const top = stack.at(-1);
  if (stack.length >= stackLimit) return undefined;
  const view = { ...makeView(world, args) };
  if (top !== undefined) {
    view.root = top.root;
    view.previous = top.id;
  }
  world.stacks.set(args.person, [...stack, view]);
  changed(world);
  return view;
}

export function publishHome(world: World, args: NewView): OpenView {
  const open = world.homes.get(args.person);
  if (open !== undefined) return updateView(world, open, args.body);
  const view = makeView(world, args);
  world.homes.set(args.person, view);
  changed(world);
  return view;
}

export function updateView(world: World, view: OpenView, body: View): OpenView {
  view.values = carryValues(view.values, body.blocks, view.channel);
  view.body = body;
  view.hash = newHash(world.now());
  view.errors = {};
  changed(world);
  return view;
}

/** Takes a view off the stack, with whatever lies on it; `all` takes the whole stack. Answers with what was closed, top first. */
export function closeModal(world: World, view: OpenView, all = false): OpenView[] {
  const stack = stackOf(world, view.person);
  const at = stack.indexOf(view);
  if (at < 0) return [];
  const from = all ? 0 : at;
  world.stacks.set(view.person, stack.slice(0, from));
  changed(world);
  return stack.slice(from).reverse();
}

export function stackOf(world: World, person: string): OpenView[] {
  return world.stacks.get(person) ?? [];
}

export function topModal(world: World, person: string): OpenView | undefined {
  return stackOf(world, person).at(-1);
}

export function findView(
  world: World,
  args: { team: string; id?: string | undefined; externalId?: string | undefined },
): OpenView | undefined {
  const open = [...[...world.stacks.values()].flat(), ...world.homes.values()];
  return open.find(
    (view) =>
      view.team === args.team &&
      (args.id === undefined
        ? args.externalId !== undefined && args.externalId !== "" && view.body.external_id === args.externalId
        : view.id === args.id),
  );
}

/** A view as Slack shows it to the app. */
export function toViewPayload(world: World, view: OpenView, values = view.values): Record<string, unknown> {
  const modal = view.body.type === "modal";
  const person = world.seed.people.find(({ id }) => id === view.person);
  const installation = mustInstallation(world, view.team);
  // Of two workspaces of an organization that both have the app, Slack names one.
  const named = person?.namedIn === undefined ? undefined : installationOf(world, person.namedIn);
  return {
    id: view.id,
    team_id: person === undefined ? view.team : homeOf(person),
    type: view.body.type,
    blocks: view.body.blocks,
    private_metadata: view.body.private_metadata,
    callback_id: view.body.callback_id,
    state: { values },
    hash: view.hash,
    title: view.body.title ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: view.body.clear_on_close,
    notify_on_close: view.body.notify_on_close,
    close: view.body.close ?? null,
    submit: view.body.submit ?? null,
    previous_view_id: view.previous,
    root_view_id: modal ? view.root : view.id,
    app_id: world.seed.app.id,
    external_id: view.body.external_id,
    app_installed_team_id: installation.enterprise ?? named?.workspace ?? view.team,
    bot_id: installation.botId,
  };
}

function makeView(world: World, args: NewView): OpenView {
  const id = newId("V");
  return {
    ...args,
    id,
    root: id,
    previous: null,
    hash: newHash(world.now()),
    values: initialValues(args.body.blocks, args.channel),
    errors: {},
  };
}
