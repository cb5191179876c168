import type { WebClient } from "@slack/web-api";
import { WebClient as Client } from "@slack/web-api";
import { StartProblem } from "../errors.ts";
import type { Log } from "../log.ts";
import { createClientOptions } from "./client-options.ts";
import type { Identity } from "./identify.ts";
import { identify } from "./identify.ts";

/** A workspace in which the app is installed. */
export interface Installation extends Identity {
  /** Calls Slack with this installation's token. */
  readonly client: WebClient;
}

/** Where something happened, as its payload names it. */
export interface Whereabouts {
  /** Workspaces that may be the installation's, the surest first. */
  readonly teams: readonly (string | undefined)[];
}

export interface Installations {
  /** Those that Slack has confirmed. */
  readonly known: readonly Installation[];
  /** False while Slack has not yet said of each token whose it is. */
  readonly isReady: boolean;
  /** Whose installation it is. With one installation all is its own, from wherever it comes. */
  find(where: Whereabouts): Installation | undefined;
  /** Speaks for the one installation there is before Slack has said whose it is. */
  readonly onlyClient: WebClient | undefined;
  /**
   * Asks Slack whose each token is, and hands on each installation as it is known. Rejects with a `StartProblem`
   * when Slack takes none of the tokens; ends early when `signal` aborts.
   */
  identify(options: { signal: AbortSignal; met(found: Installation): Promise<void> }): Promise<void>;
}

export function createInstallations(
  tokens: readonly string[],
  { slackApiUrl, log }: { slackApiUrl: string; log: Log },
): Installations {
  const clients = tokens.map((token) => new Client(token, createClientOptions({ slackApiUrl, log })));
  const known: Installation[] = [];
  let isReady = false;
  return {
    known,
    get isReady() {
      return isReady;
    },
    onlyClient: clients.length === 1 ? clients[0] : undefined,
    find({ teams }) {
      if (clients.length === 1) return known[0];
      const team = teams.find((id) => known.some(({ teamId }) => teamId === id));
      return known.find(({ teamId }) => teamId === team);
    },
    async identify({ signal, met }) {
      const asked = clients.map(async (client) => {
        const identity = await identify(client, { log, signal });
        if (identity === undefined) return;
        const found = { ...identity, client };
        await met(found);
        known.push(found);
      });
      const failures = (await Promise.allSettled(asked)).flatMap((one, index) =>
        one.status === "rejected" ? [{ thrown: one.reason as unknown, token: index + 1 }] : [],
      );
      for (const { thrown, token } of failures) {
        const isOnlyOne = thrown instanceof StartProblem && failures.length < clients.length;
        if (!isOnlyOne) throw thrown;
        log.error({ err: thrown, token }, `the workspace of token ${token} is not served`);
      }
      isReady = !signal.aborted;
    },
  };
}
