import { setTimeout as delay } from "node:timers/promises";
import { pino } from "pino";
import type { Log } from "../../log.ts";
import { TeamId } from "../../rules/people.ts";
import type { SlackClient } from "./slack-clients.ts";
import { toRefusal } from "./to-refusal.ts";

/** What Slack answers to a token that will never work. Source: docs.slack.dev, `auth.test`. */
const refusals: Readonly<Record<string, string>> = {
  invalid_auth: "Slack doesn’t know this SLACK_BOT_TOKEN. Copy the Bot User OAuth Token anew",
  not_authed: "SLACK_BOT_TOKEN did not arrive at Slack. Copy the Bot User OAuth Token anew",
  account_inactive: "SLACK_BOT_TOKEN belongs to a workspace or app that was removed. Install the app again",
  token_revoked: "SLACK_BOT_TOKEN was revoked. Install the app again and copy the new token",
  token_expired: "SLACK_BOT_TOKEN has expired. Install the app again and copy the new token",
  no_permission: "SLACK_BOT_TOKEN may not do this. Copy the Bot User OAuth Token, not another one",
  org_login_required: "This workspace is being moved to an organization. Start again when that is done",
};

/** What a token says of itself. */
export interface Identity {
  readonly teamId: TeamId;
  readonly teamName: string;
  readonly enterpriseId: string | undefined;
}

/**
 * Asks Slack whose token this is, until it answers; undefined when `signal` aborts first. A token that Slack does
 * not take is a `StartProblem`.
 */
export async function identify(
  client: SlackClient,
  { slackApiUrl, log, signal }: { slackApiUrl: string; log: Log; signal: AbortSignal },
): Promise<Identity | undefined> {
  for (let waitMs = 1000; !signal.aborted; waitMs = Math.min(waitMs * 2, 30_000)) {
    try {
      return await askWhose(client);
    } catch (thrown) {
      const refused = toRefusal(thrown, refusals);
      if (refused !== undefined) throw refused;
      log.warn(
        // With its causes, and without a stack of the library's each time.
        { why: thrown instanceof Error ? pino.stdSerializers.err(thrown).message : String(thrown) },
        `Slack can’t be reached at ${slackApiUrl}. Trying again in ${waitMs / 1000} s.`,
      );
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}

async function askWhose(client: SlackClient): Promise<Identity> {
  const answer = await client.auth.test();
  const enterpriseId: unknown = answer.enterprise_id;
  return {
    teamId: TeamId.parse(answer.team_id),
    teamName: answer.team ?? "",
    enterpriseId: typeof enterpriseId === "string" ? enterpriseId : undefined,
  };
}
