import type { Actor } from "./actor.ts";
import { valuesOn } from "./actor.ts";
import { channelById, personById } from "./lookup.ts";
import { dmMessagesFor, messagesFor } from "./messages.ts";
import { drawBlock } from "./screen-blocks.ts";
import { stackOf } from "./views.ts";
import { readable } from "./words.ts";
import type { Message, OpenView, World } from "./world.ts";

/** Everything a person sees, as text: the channel or the home, the app's messages to them, the modal, Slack's own banners. */
export function drawScreen(actor: Actor): string {
  const { world, person, place } = actor;
  const dms = dmMessagesFor(world, person);
  const stack = stackOf(world, person.id);
  const toasts = world.toasts.get(person.id) ?? [];
  return [
    place.kind === "home" ? drawHome(actor) : drawChannel(actor, place.id),
    ...(dms.length > 0
      ? [`── Direct messages from ${world.seed.app.name}`, ...dms.map((dm) => drawMessage(actor, dm))]
      : []),
    ...stack.map((view, at) =>
      at < stack.length - 1 ? `══ (below) ${titleOf(view)}` : drawModal(actor, view),
    ),
    ...toasts.map(({ text }) => `⚠ ${text}`),
  ].join("\n");
}

/** One message with its blocks; without blocks, its text. */
export function drawMessage(actor: Actor, message: Message): string {
  const head = `${authorOf(actor.world, message)}${message.onlyFor === undefined ? "" : " · Only visible to you"}${
    message.edited ? " · (edited)" : ""
  }`;
  const values = valuesOn({ kind: "message", message }, actor);
  const body =
    message.blocks.length > 0
      ? message.blocks.flatMap((block) => drawBlock({ world: actor.world, block, values }))
      : [readable(actor.world, message.text)];
  return [head, ...body.map(indent)].join("\n");
}

export function drawModal(actor: Actor, view: OpenView): string {
  const { world } = actor;
  const { body, values, errors } = view;
  const buttons = [body.close?.text ?? (body.submit ? "Cancel" : "Close"), body.submit?.text].filter(Boolean);
  return [
    `══ ${titleOf(view)}`,
    ...body.blocks.flatMap((block) =>
      drawBlock({ world, block, values, error: errors[block.block_id] }).map(indent),
    ),
    `  ${buttons.map((words) => `[${words}]`).join(" ")}`,
  ].join("\n");
}

function authorOf(world: World, { author }: Message): string {
  return author.kind === "app" ? world.seed.app.name : (personById(world, author.id)?.realName ?? author.id);
}

function drawChannel(actor: Actor, id: string): string {
  const channel = channelById(actor.world, id);
  const messages = messagesFor(actor.world, actor.person, id);
  return [`#${channel?.name ?? id}`, ...messages.map((message) => drawMessage(actor, message))].join("\n");
}

function drawHome(actor: Actor): string {
  const { world, person } = actor;
  const home = world.homes.get(person.id);
  const lines = home?.body.blocks.flatMap((block) => drawBlock({ world, block, values: home.values })) ?? [
    "(nothing here yet)",
  ];
  return [`${world.seed.app.name} · Home`, ...lines.map(indent)].join("\n");
}

function titleOf(view: OpenView): string {
  return view.body.title?.text ?? "";
}

function indent(line: string): string {
  return `  ${line}`;
}
