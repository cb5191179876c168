import { textOf } from "./api-method.ts";
import { channelById, personById } from "./lookup.ts";
import type { SeedInstallation } from "./seed.ts";
import type { World } from "./world.ts";

/** Whose token it is, or Slack's error code. An organization's one token speaks in the workspace that the call is about. */
export function callerOf(
  world: World,
  { token, args }: { token: string | undefined; args: Record<string, unknown> },
): SeedInstallation | string {
  if (token === undefined || token === "") return "not_authed";
  const { appToken, installations } = world.seed.app;
  if (token === appToken) return "not_allowed_token_type";
  const current = world.olderTokens.get(token) ?? token;
  if (world.revoked.has(token) || world.revoked.has(current)) return "token_revoked";
  if ((world.expiries.get(token) ?? Number.POSITIVE_INFINITY) <= world.now()) return "token_expired";
  const own = installations.filter(({ botToken }) => botToken === current);
  const about = workspaceIn(world, args) ?? "";
  if (world.withheld.has(about)) return "team_access_not_granted";
  return own.find(({ workspace }) => workspace === about) ?? own[0] ?? "invalid_auth";
}

function workspaceIn(world: World, args: Record<string, unknown>): string | undefined {
  const [team, trigger, view, channel] = [
    textOf(args.team_id),
    textOf(args.trigger_id),
    textOf(args.view_id),
    textOf(args.channel) ?? "",
  ];
  if (team !== undefined) return team;
  if (trigger !== undefined) return world.triggers.get(trigger)?.team;
  if (view !== undefined) {
    return [...world.stacks.values()].flat().find(({ id }) => id === view)?.team;
  }
  const person = personById(world, textOf(args.user) ?? textOf(args.user_id) ?? channel);
  return person?.workspace ?? channelById(world, channel)?.workspace;
}
