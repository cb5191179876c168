import { WebAPIPlatformError } from "@slack/web-api";
import { LRUCache } from "lru-cache";
import { atMost } from "../../at-most.ts";
import type { Log } from "../../log.ts";
import { EnterpriseId, TeamId } from "../../rules/people.ts";
import type {
  InstallationId,
  InstallationStore,
  StoredInstallation,
} from "../../stores/installation-store.ts";
import type { WorkspaceStore } from "../../stores/workspace-store.ts";
import type { OAuth } from "../web-api/oauth.ts";
import type { SlackClient } from "../web-api/slack-clients.ts";
import { fromWebApi } from "../web-api/web-fault.ts";
import { drawingFor } from "./drawn-for.ts";
import type { Installation, Installations, Whereabouts } from "./installations.ts";

/** A token that ends within this is replaced; as long as it lasts nobody waits for that. */
const renewBeforeMs = 60 * 60_000;
/** What another process changes (an operator's command) counts after this at the latest. */
const cachedForMs = 60_000;
/** One that is forgotten by an operator's command is met again before somebody can connect it or make a key. */
const metForMs = 1000;

interface Held {
  readonly stored: StoredInstallation;
  readonly client: SlackClient;
}

interface StoredInstallationsDeps {
  readonly store: InstallationStore;
  readonly workspaces: Pick<WorkspaceStore, "meet">;
  readonly oauth: OAuth;
  readonly installUrl: string;
  readonly clientOf: (token: string) => SlackClient;
  readonly log: Log;
  readonly now: () => number;
}

export interface StoredInstallations extends Installations {
  /** Forgets what is remembered of it, and which workspaces were met. */
  letGo(id: InstallationId): void;
  /** Whether Slack still takes its token. */
  isThere(id: InstallationId): Promise<boolean>;
}

/** The installations of those who came through the install page. */
export function createStoredInstallations({
  store,
  workspaces,
  oauth,
  installUrl,
  clientOf,
  log,
  now,
}: StoredInstallationsDeps): StoredInstallations {
  const held = new LRUCache<InstallationId, Held>({
    ...atMost(1000),
    ttl: cachedForMs,
    ttlResolution: 0,
    perf: { now },
    fetchMethod: async (id) => toHeld(await store.find(id)),
  });
  /** A refresh token works once, hence one renewal at a time for each. */
  const renewals = new Map<InstallationId, Promise<Held | undefined>>();
  /** What Slack has renewed and the store has not taken yet: the tokens before it are worth nothing. */
  const unkept = new Map<InstallationId, StoredInstallation>();
  /** The workspaces of organizations that are remembered by name. */
  const met = new LRUCache<TeamId, true>({
    ...atMost(10_000),
    ttl: metForMs,
    ttlResolution: 0,
    perf: { now },
  });

  return {
    onlyClient: undefined,
    isReady: true,
    installUrl,
    letGo(id) {
      held.delete(id);
      met.clear();
    },
    async isThere(id) {
      const found = await hold(id);
      try {
        await found?.client.auth.test();
        return found !== undefined;
      } catch (thrown) {
        if (isTakenBack(thrown)) return false;
        throw fromWebApi(thrown);
      }
    },
    async find(where) {
      for (const id of candidates(where)) {
        const found = await hold(id);
        if (found !== undefined) return toInstallation(found, where);
      }
      return undefined;
    },
    async start() {
      const count = await store.count();
      return count === 0
        ? `nobody yet; install at ${installUrl}`
        : `${count} installation${count === 1 ? "" : "s"}`;
    },
  };

  async function hold(id: InstallationId): Promise<Held | undefined> {
    const found = await held.fetch(id);
    if (found === undefined || leftMs(found.stored) > renewBeforeMs) return found;
    const renewal = renewals.get(id) ?? renew(id).finally(() => renewals.delete(id));
    renewals.set(id, renewal);
    if (leftMs(found.stored) <= 0) return renewal;
    renewal.catch((thrown: unknown) =>
      log.warn({ err: thrown, team: id }, "a token could not be renewed yet"),
    );
    return found;
  }

  function leftMs({ rotation }: StoredInstallation): number {
    return rotation === undefined ? Number.POSITIVE_INFINITY : Date.parse(rotation.expiresAt) - now();
  }

  /** Undefined where Slack has taken the app's right to it back. */
  async function renew(id: InstallationId): Promise<Held | undefined> {
    held.delete(id);
    const stored = await store.find(id);
    const waiting = unkept.get(id);
    if (stored === undefined || leftMs(stored) > renewBeforeMs) {
      unkept.delete(id);
      return held.fetch(id);
    }
    const newest = waiting?.installedAt === stored.installedAt ? waiting : stored;
    try {
      const renewed = leftMs(newest) > renewBeforeMs ? newest : await oauth.refresh(newest);
      if ((await keep(renewed)) === "not-yet") return toHeld(renewed);
      // What it reads is another installation where the app was installed anew meanwhile, or none.
      held.delete(id);
      return await held.fetch(id);
    } catch (thrown) {
      if (!isTakenBack(thrown)) throw fromWebApi(thrown);
      log.warn(
        { err: thrown, team: id },
        "Slack renews this token no more: the app has to be installed again",
      );
      return undefined;
    }
  }

  async function keep(renewed: StoredInstallation): Promise<"kept" | "not-yet"> {
    const { id } = renewed;
    try {
      if (await store.renew(renewed)) log.info({ team: id }, "a token was renewed");
      unkept.delete(id);
      return "kept";
    } catch (thrown) {
      unkept.set(id, renewed);
      log.error(
        { err: thrown, team: id },
        "a token was renewed, and is in memory alone until it can be kept",
      );
      return "not-yet";
    }
  }

  function toHeld(stored: StoredInstallation | undefined): Held | undefined {
    return stored && { stored, client: clientOf(stored.botToken) };
  }

  /** Installed for a whole organization, each of its workspaces keeps its own profiles. */
  async function toInstallation(
    { stored, client }: Held,
    { teams, teamName }: Whereabouts,
  ): Promise<Installation | undefined> {
    const { id, name, enterpriseId, installedBy } = stored;
    const own = TeamId.safeParse(id);
    if (own.success) {
      const drawing = enterpriseId === undefined ? client : drawingFor(own.data, client);
      return { teamId: own.data, teamName: name, enterpriseId, client: drawing, installedBy };
    }
    const { data: teamId } = TeamId.safeParse(teams.find((team) => team?.startsWith("T")));
    if (teamId === undefined) return undefined;
    if (!met.has(teamId)) {
      await workspaces.meet({ teamId, name: teamName ?? name, enterpriseId });
      met.set(teamId, true);
    }
    return {
      teamId,
      teamName: teamName ?? name,
      enterpriseId,
      client: drawingFor(teamId, client),
      installedBy,
      isOrganizations: true,
    };
  }
}

/** The workspaces that may be meant, then the organization. */
function candidates({ teams, enterpriseId }: Whereabouts): InstallationId[] {
  const ids = teams.flatMap((id) => TeamId.safeParse(id).data ?? []);
  const organizations = [enterpriseId, ...teams].flatMap((id) => EnterpriseId.safeParse(id).data ?? []);
  return [...new Set<InstallationId>([...ids, ...organizations])];
}

/** Source: docs.slack.dev, `oauth.v2.access`, "Errors". */
const takenBack: ReadonlySet<string> = new Set([
  "account_inactive",
  "invalid_refresh_token",
  "token_expired",
  "token_revoked",
]);

export function isTakenBack(thrown: unknown): boolean {
  return thrown instanceof WebAPIPlatformError && takenBack.has(thrown.data.error);
}
