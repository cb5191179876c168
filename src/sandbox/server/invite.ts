import type { Actor } from "./actor.ts";
import { installationOf } from "./lookup.ts";
import { postMessage } from "./messages.ts";
import type { SeedChannel } from "./seed.ts";
import { toast } from "./toasts.ts";

/** Slack's own `/invite`, for the app alone: people are in their channels from the start. */
export function invite({ world, person }: Actor, channel: SeedChannel, invited: string): void {
  const { name } = world.seed.app;
  const installation = installationOf(world, channel.workspace);
  const isApp = invited.trim().replace(/^@/, "").toLowerCase() === name.toLowerCase();
  if (!isApp || installation === undefined) {
    toast(world, person.id, `Here /invite takes an app that is installed, and no people: /invite @${name}`);
  } else if (channel.members.includes(installation.botUserId)) {
    toast(world, person.id, `${name} is already in this channel.`);
  } else {
    channel.members = [...channel.members, installation.botUserId];
    postMessage(world, {
      channel: channel.id,
      team: installation.workspace,
      text: `was added to #${channel.name} by <@${person.id}>.`,
      blocks: [],
    });
  }
}
