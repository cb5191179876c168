import type { Complaint } from "../judge/judge.ts";
import { judgeMessage } from "../judge/judge.ts";
import type { ApiAnswer, ApiMethod, Called } from "./api-method.ts";
import { refuse, textOf } from "./api-method.ts";
import { channelById, dmWith, isDm, personById } from "./lookup.ts";
import { readContent } from "./message-content.ts";
import { findMessage, postMessage, replaceMessage, toMessagePayload } from "./messages.ts";
import type { SeedChannel, SeedInstallation } from "./seed.ts";
import type { World } from "./world.ts";

const scope = "chat:write";

export const chatMethods: Record<string, ApiMethod> = {
  "chat.postMessage": {
    scope,
    judge,
    refusal: "invalid_blocks",
    call: (world, { args, caller }) => {
      const channel = conversation(world, args.channel, caller);
      if (typeof channel === "string") return refuse(channel);
      if (!says(args)) return refuse("no_text");
      const message = postMessage(world, {
        ...readContent(args),
        channel: channel.id,
        team: caller.workspace,
      });
      return {
        ok: true,
        channel: channel.id,
        ts: message.ts,
        message: toMessagePayload(world, message, { userId: caller.botUserId, botId: caller.botId }),
      };
    },
  },
  "chat.postEphemeral": {
    scope,
    judge,
    refusal: "invalid_blocks",
    call: (world, { args, caller }) => {
      const channel = conversation(world, args.channel, caller);
      if (typeof channel === "string") return refuse(channel);
      const person = personById(world, textOf(args.user) ?? "");
      if (person === undefined || !channel.members.includes(person.id)) return refuse("user_not_in_channel");
      if (!says(args)) return refuse("no_text");
      const place = { channel: channel.id, team: caller.workspace, onlyFor: person.id };
      return { ok: true, message_ts: postMessage(world, { ...readContent(args), ...place }).ts };
    },
  },
  "chat.update": {
    scope,
    judge,
    refusal: "invalid_blocks",
    call: (world, { args, caller }) => {
      const channel = conversation(world, args.channel, caller);
      if (typeof channel === "string") return refuse(channel);
      const message = findMessage(world, { channel: channel.id, ts: textOf(args.ts) ?? "" });
      // An ephemeral message is not kept by Slack, so there is nothing to update.
      if (message === undefined || message.onlyFor !== undefined) return refuse("message_not_found");
      if (message.team !== caller.workspace || message.author.kind !== "app")
        return refuse("cant_update_message");
      if (!says(args)) return refuse("no_text");
      replaceMessage(world, message, readContent(args));
      return { ok: true, channel: channel.id, ts: message.ts, text: message.text };
    },
  },
  "conversations.open": {
    scope: "im:write",
    call: (world, { args, caller }): ApiAnswer => {
      const person = personById(world, textOf(args.users) ?? "");
      if (person === undefined) return refuse("user_not_found");
      return { ok: true, channel: { id: dmWith(world, person, caller).id } };
    },
  },
};

function judge({ args: { text, blocks, metadata } }: Called): Complaint[] {
  const kept = isEmpty(metadata) ? {} : { metadata };
  return says({ text, blocks }) ? judgeMessage({ text, blocks, ...kept }) : [];
}

/** A channel by id or name, or the DM with a person by their id; else the error code. */
function conversation(world: World, named: unknown, caller: SeedInstallation): SeedChannel | string {
  const name = textOf(named);
  if (name === undefined) return "channel_not_found";
  const person = personById(world, name);
  if (person !== undefined) {
    return person.workspace === caller.workspace ? dmWith(world, person, caller) : "channel_not_found";
  }
  const channel =
    channelById(world, name) ??
    world.seed.channels.find(
      (one) => !isDm(one.id) && one.workspace === caller.workspace && one.name === name.replace(/^#/, ""),
    );
  const inside = channel?.members.includes(caller.botUserId) === true;
  const known = channel !== undefined && (inside || (!channel.private && isOf(channel, caller.workspace)));
  if (!known) return "channel_not_found";
  return inside ? channel : "not_in_channel";
}

function isOf(channel: SeedChannel, workspace: string): boolean {
  return channel.workspace === workspace || channel.sharedWith?.includes(workspace) === true;
}

/** As `chat.update` takes metadata away. */
function isEmpty(metadata: unknown): boolean {
  return typeof metadata === "object" && metadata !== null && Object.keys(metadata).length === 0;
}

function says(args: Record<string, unknown>): boolean {
  return (
    textOf(args.text) !== undefined ||
    (Array.isArray(args.blocks) ? args.blocks.length > 0 : args.blocks !== undefined)
  );
}
