import type { ApiMethod } from "./api-method.ts";
import { refuse, textOf } from "./api-method.ts";
import { personById, workspaceById } from "./lookup.ts";
import type { SeedInstallation, SeedPerson } from "./seed.ts";
import { homeOf } from "./sender.ts";
import type { World } from "./world.ts";

export const userMethods: Record<string, ApiMethod> = {
  "users.info": {
    scope: "users:read",
    call: (world, { args, caller }) => {
      const id = textOf(args.user) ?? "";
      if (id === caller.botUserId) return { ok: true, user: botUser(world, caller) };
      const person = personById(world, id);
      if (person === undefined) return refuse("user_not_found");
      const user = toUser(world, person, caller);
      // An organization's token is told who looks after the organization, where nobody of the seed does.
      const ofOrganization = { is_admin: false, is_owner: false, is_primary_owner: false };
      return { ok: true, user: caller.enterprise === undefined ? user : { ...user, ...ofOrganization } };
    },
  },
  "users.list": {
    scope: "users:read",
    call: (world, { args, caller }) => {
      const isOrganizations = caller.enterprise !== undefined;
      if (isOrganizations && textOf(args.team_id) === undefined) return refuse("missing_argument");
      const start = readCursor(textOf(args.cursor));
      if (start === undefined) return refuse("invalid_cursor");
      const everybody = [
        ...world.seed.people
          .filter((person) => person.workspace === caller.workspace)
          .map((person) => toUser(world, person, caller)),
        botUser(world, caller),
      ];
      const end = start + (Number(args.limit ?? 0) || everybody.length);
      return {
        ok: true,
        members: everybody.slice(start, end),
        cache_ts: Math.floor(world.now() / 1000),
        response_metadata: {
          next_cursor: end < everybody.length ? Buffer.from(`user:${end}`).toString("base64") : "",
        },
      };
    },
  },
};

function readCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return 0;
  const at = /^user:(\d+)$/.exec(Buffer.from(cursor, "base64").toString())?.[1];
  return at === undefined ? undefined : Number(at);
}

function toUser(world: World, person: SeedPerson, caller: SeedInstallation): Record<string, unknown> {
  const { role } = person;
  const foreign = person.workspace !== caller.workspace;
  const base = {
    id: person.id,
    team_id: homeOf(person),
    name: person.name,
    deleted: role === "deactivated",
    real_name: person.realName,
    tz: "Europe/Berlin",
    tz_label: "Central European Time",
    tz_offset: 3600,
    profile: {
      real_name: person.realName,
      display_name: person.name,
      real_name_normalized: person.realName,
      display_name_normalized: person.name,
      team: person.workspace,
    },
    is_bot: role === "bot",
    is_app_user: false,
    updated: Math.floor(world.now() / 1000),
  };
  // Slack leaves the roles out for deactivated people, and tells nobody the roles of another workspace's people.
  if (role === "deactivated") return base;
  if (foreign) return { ...base, is_stranger: !sharesChannel(world, person, caller) };
  const { enterprise } = workspaceById(world, person.workspace);
  const teams = [...new Set([homeOf(person), person.workspace])];
  return {
    ...base,
    ...(enterprise !== undefined && { enterprise_user: { id: person.id, enterprise_id: enterprise, teams } }),
    is_admin: role === "owner" || role === "admin",
    is_owner: role === "owner",
    is_primary_owner: role === "owner" && isFirstOwner(world, person),
    is_restricted: role === "guest" || role === "single-channel-guest",
    is_ultra_restricted: role === "single-channel-guest",
    is_email_confirmed: true,
  };
}

function botUser(world: World, caller: SeedInstallation): Record<string, unknown> {
  return {
    id: caller.botUserId,
    team_id: caller.workspace,
    name: botName(world),
    deleted: false,
    real_name: world.seed.app.name,
    profile: { real_name: world.seed.app.name, api_app_id: world.seed.app.id, bot_id: caller.botId },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: true,
    is_app_user: false,
  };
}

export function botName(world: World): string {
  return world.seed.app.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}

function isFirstOwner(world: World, person: SeedPerson): boolean {
  return (
    world.seed.people.find((other) => other.workspace === person.workspace && other.role === "owner") ===
    person
  );
}

function sharesChannel(world: World, person: SeedPerson, caller: SeedInstallation): boolean {
  return world.seed.channels.some(
    (channel) =>
      channel.members.includes(person.id) &&
      (channel.workspace === caller.workspace || channel.sharedWith?.includes(caller.workspace)),
  );
}
