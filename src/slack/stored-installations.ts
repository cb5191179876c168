import type { WebClient } from "@slack/web-api";
import { WebClient as Client } from "@slack/web-api";
import { LRUCache } from "lru-cache";
import type { Log } from "../log.ts";
import { EnterpriseId, TeamId } from "../rules/people.ts";
import type { InstallationId, InstallationStore, StoredInstallation } from "../stores/installation-store.ts";
import { createClientOptions } from "./client-options.ts";
import type { Installation, Installations, Whereabouts } from "./installations.ts";

/** A token that ends within this is replaced before it is used. */
const freshForMs = 10 * 60_000;
/** What another process changes (an operator's command) counts after this at the latest. */
const cachedForMs = 60_000;

interface Held {
  readonly stored: StoredInstallation;
  readonly client: WebClient;
}

/** The installations of those who came through the install page. */
export function createStoredInstallations({
  store,
  clientId,
  clientSecret,
  slackApiUrl,
  log,
  now,
}: {
  store: InstallationStore;
  clientId: string;
  clientSecret: string;
  slackApiUrl: string;
  log: Log;
  now: () => number;
}): Installations & { forgetCached(id: InstallationId): void } {
  const clientFor = (token?: string) => new Client(token, createClientOptions({ slackApiUrl, log }));
  // One look-up, and so one refresh, at a time for each: a refresh token works once.
  const held = new LRUCache<InstallationId, Held>({
    max: 1000,
    ttl: cachedForMs,
    ttlResolution: 0,
    perf: { now },
    fetchMethod: async (id) => {
      const stored = await store.find(id);
      if (stored === undefined) return undefined;
      const fresh = isStale(stored) ? await refresh(stored) : stored;
      return { stored: fresh, client: clientFor(fresh.botToken) };
    },
  });

  return {
    onlyClient: undefined,
    isReady: true,
    forgetCached: (id) => void held.delete(id),
    async find(where) {
      for (const id of candidates(where)) {
        const found = await hold(id);
        if (found !== undefined) return toInstallation(found, where);
      }
      return undefined;
    },
    /** Opens every token, so that a wrong key is told before anybody is served. */
    async start({ met }) {
      for (const id of await store.list()) {
        const stored = await store.find(id);
        const teamId = TeamId.safeParse(id);
        if (stored !== undefined && teamId.success) await met({ teamId: teamId.data, teamName: stored.name });
      }
    },
  };

  async function hold(id: InstallationId): Promise<Held | undefined> {
    const known = held.get(id);
    return held.fetch(id, { forceRefresh: known !== undefined && isStale(known.stored) });
  }

  function isStale({ rotation }: StoredInstallation): boolean {
    return rotation !== undefined && Date.parse(rotation.expiresAt) - now() < freshForMs;
  }

  async function refresh(stored: StoredInstallation): Promise<StoredInstallation> {
    const { refreshToken = "" } = stored.rotation ?? {};
    const answer = await clientFor().oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: "refresh_token",
      refresh_token: refreshToken,
    });
    const { access_token: botToken = "", refresh_token: next = "", expires_in: seconds = 0 } = answer;
    const expiresAt = new Date(now() + seconds * 1000).toISOString();
    const fresh = { ...stored, botToken, rotation: { refreshToken: next, expiresAt } };
    await store.save(fresh);
    log.info({ team: stored.id }, "the token was rotated");
    return fresh;
  }
}

/** The workspaces that may be meant, then the organization. */
function candidates({ teams, enterpriseId }: Whereabouts): InstallationId[] {
  const ids = teams.flatMap((id) => {
    const team = TeamId.safeParse(id);
    return team.success ? [team.data] : [];
  });
  const organization = EnterpriseId.safeParse(enterpriseId);
  return [...new Set<InstallationId>([...ids, ...(organization.success ? [organization.data] : [])])];
}

/** Installed for a whole organization, each of its workspaces keeps its own profiles. */
function toInstallation({ stored, client }: Held, { teams }: Whereabouts): Installation | undefined {
  const { id, name, enterpriseId } = stored;
  const teamId = TeamId.safeParse(id.startsWith("T") ? id : teams.find((team) => team?.startsWith("T")));
  return teamId.success ? { teamId: teamId.data, teamName: name, enterpriseId, client } : undefined;
}
