import type { UsersListResponse } from "@slack/web-api";
import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import type { Fault } from "../../errors.ts";
import { toFault } from "../../errors.ts";
import type { Log } from "../../log.ts";
import type { Standing, TeamId } from "../../rules/people.ts";
import { isFullMember, UserId } from "../../rules/people.ts";
import { cleanLine } from "../../rules/text.ts";
import type { Installation } from "../install/installations.ts";
import { fromWebApi } from "./web-fault.ts";

type Workspace = Pick<Installation, "client" | "teamId" | "isOrganizations">;

interface PersonAsk extends Workspace {
  readonly userId: UserId;
}

/** What Slack says of a workspace's people. */
export interface Directory {
  /** What is remembered, for at most five minutes. */
  known(ask: Pick<PersonAsk, "teamId" | "userId">): Standing | undefined;
  /**
   * `anew` asks Slack whatever is remembered. `unknown` when Slack does not say; a `slack-busy` fault when it asks
   * us to wait.
   */
  standingOf(ask: PersonAsk, options?: { anew?: boolean }): Promise<Standing>;
  /** How the person is called; empty when Slack does not say. */
  nameOf(ask: PersonAsk): Promise<string>;
  /** The workspace's owners, then its admins; undefined when Slack does not say within `withinMs`. */
  admins(ask: Workspace, options: { withinMs: number }): Promise<UserId[] | undefined>;
}

const minutes = 60_000;
/**
 * A page of `users.list`, and how many of them are read: 10,000 people, bots and deactivated ones among them, in ten calls
 * of a method that allows twenty a minute.
 */
const listed = { people: 1000, pages: 10 };

interface Known {
  readonly standing: Standing;
  readonly name: string;
}

interface SlackUser {
  readonly id?: string;
  readonly team_id?: string;
  /** Of somebody in an organization: all workspaces that they are in. */
  readonly enterprise_user?: { readonly teams?: readonly string[] };
  readonly real_name?: string;
  readonly profile?: { readonly real_name?: string; readonly display_name?: string };
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_stranger?: boolean;
  readonly is_owner?: boolean;
  readonly is_admin?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
}

export function createDirectory({ log, now = Date.now }: { log: Log; now?: () => number }): Directory {
  const people = new LRUCache<string, Known, PersonAsk>({
    ...atMost(10_000),
    ttl: 5 * minutes,
    ttlResolution: 0,
    perf: { now },
    fetchMethod: async (_key, _stale, { context: { userId, ...workspace } }) => {
      const { user } = await workspace.client.users.info({ user: userId });
      if (user === undefined) return undefined;
      const standing = standingIn(workspace.teamId, user);
      const hasRole = isFullMember(standing) && workspace.isOrganizations === true;
      return { standing: hasRole ? await roleOf(userId, workspace) : standing, name: nameIn(user) };
    },
  });
  const adminLists = new LRUCache<TeamId, Admin[], Workspace>({
    ...atMost(1000),
    ttl: 10 * minutes,
    ttlResolution: 0,
    perf: { now },
    fetchMethod: (_teamId, _stale, { context }) => listAdmins(context),
  });

  return {
    known: (ask) => people.get(keyOf(ask))?.standing,
    async standingOf(ask, { anew = false } = {}) {
      const { standing = "unknown", fault } = await askSlack(ask, anew);
      if (fault?.code === "slack-busy") throw fault;
      return standing;
    },
    nameOf: async (ask) => (await askSlack(ask, false)).name ?? "",
    async admins(workspace, { withinMs }) {
      const asked = adminsOf(workspace).then((admins) => admins?.map(({ id }) => id));
      return Promise.race([asked, afterMs(withinMs)]);
    },
  };

  function adminsOf(workspace: Workspace): Promise<Admin[] | undefined> {
    const { teamId } = workspace;
    return adminLists.fetch(teamId, { context: workspace }).catch((thrown: unknown) => {
      log.warn({ err: thrown, team: teamId }, "Slack did not list the workspace's people");
      return undefined;
    });
  }

  /**
   * Of a full member, where the token is an organization's: `users.info` then tells who looks after the organization,
   * and not the workspace. Source: slackapi/bolt-js#1566.
   */
  async function roleOf(userId: UserId, workspace: Workspace): Promise<Standing> {
    return (await adminsOf(workspace))?.find(({ id }) => id === userId)?.standing ?? "member";
  }

  async function askSlack(ask: PersonAsk, anew: boolean): Promise<Partial<Known> & { fault?: Fault }> {
    try {
      return (await people.fetch(keyOf(ask), { context: ask, forceRefresh: anew })) ?? {};
    } catch (thrown) {
      log.warn({ err: thrown, team: ask.teamId, user: ask.userId }, "Slack did not say who this is");
      return { fault: toFault(fromWebApi(thrown)) };
    }
  }
}

function nameIn({ real_name, profile }: SlackUser): string {
  return cleanLine(real_name ?? profile?.real_name ?? profile?.display_name ?? "");
}

function keyOf({ teamId, userId }: Omit<PersonAsk, "client">): string {
  return `${teamId}:${userId}`;
}

function standingIn(teamId: TeamId, user: SlackUser): Standing {
  if (user.deleted === true) return "deactivated";
  if (user.is_stranger === true || isElsewhere(teamId, user)) return "stranger";
  if (user.is_bot === true) return "bot";
  if (user.is_restricted === true || user.is_ultra_restricted === true) return "guest";
  if (user.is_owner === true) return "owner";
  return user.is_admin === true ? "admin" : "member";
}

/** The workspace that Slack names as somebody's is one of several in an organization. */
function isElsewhere(teamId: TeamId, { team_id, enterprise_user }: SlackUser): boolean {
  const { teams } = enterprise_user ?? {};
  if (teams !== undefined) return !teams.includes(teamId);
  return team_id?.startsWith("T") === true && team_id !== teamId;
}

interface Admin {
  readonly id: UserId;
  readonly standing: "owner" | "admin";
}

/** The owners, then the admins. What was found counts, also where a later page cannot be had. */
async function listAdmins({ client, teamId }: Workspace): Promise<Admin[]> {
  const found: { id: UserId; standing: Standing }[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < listed.pages; page += 1) {
    const answer = await client.users
      .list({
        limit: listed.people,
        // An organization's token has to say which workspace it means.
        team_id: teamId,
        ...(cursor === undefined ? {} : { cursor }),
      })
      .catch((thrown: unknown) => {
        if (found.length === 0) throw thrown;
        return {} as Partial<UsersListResponse>;
      });
    for (const member of answer.members ?? []) {
      const id = UserId.safeParse(member.id);
      if (id.success) found.push({ id: id.data, standing: standingIn(teamId, member) });
    }
    cursor = answer.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") break;
  }
  const having = (wanted: Admin["standing"]) =>
    found.flatMap(({ id, standing }) => (standing === wanted ? [{ id, standing: wanted }] : []));
  return [...having("owner"), ...having("admin")];
}

function afterMs(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
}
