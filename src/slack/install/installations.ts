import { StartProblem } from "../../errors.ts";
import type { Log } from "../../log.ts";
import type { UserId } from "../../rules/people.ts";
import type { DepartureStore } from "../../stores/departure-store.ts";
import type { WorkspaceStore } from "../../stores/workspace-store.ts";
import type { Identity } from "../web-api/identify.ts";
import { identify } from "../web-api/identify.ts";
import type { SlackClient } from "../web-api/slack-clients.ts";

/** A workspace in which the app is installed. */
export interface Installation extends Identity {
  /** Calls Slack with this installation's token. */
  readonly client: SlackClient;
  /** Missing where the token stands in the settings. */
  readonly installedBy?: UserId;
  /** Its token is the organization's, for all of its workspaces. */
  readonly isOrganizations?: boolean;
}

/** Where something happened, as its payload names it. */
export interface Whereabouts {
  /** Workspaces that may be the installation's, the surest first. */
  readonly teams: readonly (string | undefined)[];
  /** The organization in which it happened. */
  readonly enterpriseId: string | undefined;
  /** How the payload calls the workspace. */
  readonly teamName?: string | undefined;
}

export interface Installations {
  /** False while Slack has not yet said of each token whose it is. */
  readonly isReady: boolean;
  /** Whose installation it is. */
  find(where: Whereabouts): Promise<Installation | undefined>;
  /** Speaks for the one installation there is before Slack has said whose it is. */
  readonly onlyClient: SlackClient | undefined;
  /** Where somebody can install the app, if anybody can. */
  readonly installUrl?: string;
  /**
   * Finds out who is served, and says it in words. Rejects with a `StartProblem` or a `Fault` when nobody can be;
   * ends early when `signal` aborts.
   */
  start(options: { signal: AbortSignal }): Promise<string>;
}

/** How many tokens Slack is asked about at a time. */
const askedAtOnce = 32;

/** Of a few workspaces, each with its token. With one of them all is its own, from wherever it comes. */
export function createTokenInstallations(
  tokens: readonly string[],
  {
    workspaces,
    departures,
    clientOf,
    slackApiUrl,
    log,
    now,
  }: {
    workspaces: Pick<WorkspaceStore, "meet">;
    departures: Pick<DepartureStore, "regainAccess">;
    clientOf: (token: string) => SlackClient;
    slackApiUrl: string;
    log: Log;
    now: () => number;
  },
): Installations {
  const clients = tokens.map(clientOf);
  const known: Installation[] = [];
  let isReady = false;
  return {
    get isReady() {
      return isReady;
    },
    onlyClient: clients.length === 1 ? clients[0] : undefined,
    async find({ teams }) {
      if (clients.length === 1) return known[0];
      const team = teams.find((id) => known.some(({ teamId }) => teamId === id));
      return known.find(({ teamId }) => teamId === team);
    },
    async start({ signal }) {
      const failures: { thrown: unknown; token: number }[] = [];
      const unasked = clients.entries();
      const askInTurn = async () => {
        for (const [index, client] of unasked) {
          await serve(client, signal).catch((thrown: unknown) => failures.push({ thrown, token: index + 1 }));
        }
      };
      await Promise.all(Array.from({ length: askedAtOnce }, askInTurn));
      for (const { thrown, token } of failures) {
        const isOnlyOne = thrown instanceof StartProblem && failures.length < clients.length;
        if (!isOnlyOne) throw thrown;
        log.error({ err: thrown, token }, `the workspace of token ${token} is not served`);
      }
      isReady = !signal.aborted;
      return known.map(({ teamName }) => teamName).join(", ");
    },
  };

  async function serve(client: SlackClient, signal: AbortSignal): Promise<void> {
    const identity = await identify(client, { slackApiUrl, log, signal });
    if (identity === undefined) return;
    const found = { ...identity, client };
    await workspaces.meet({ teamId: found.teamId, name: found.teamName });
    // It may have left while people installed the app by themselves, and its data would go with that.
    await departures.regainAccess({ teamId: found.teamId, at: new Date(now()).toISOString() });
    known.push(found);
  }
}
