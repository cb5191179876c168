import { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Log } from "../../log.ts";
import { EnterpriseId, TeamId, UserId } from "../../rules/people.ts";
import type { StoredInstallation } from "../../stores/installation-store.ts";
import { createClientOptions } from "./client-options.ts";

/** Nobody waits here with Slack's three seconds, and a code or refresh token whose answer is lost is lost, too. */
const patienceMs = 5000;

/** Source: docs.slack.dev, `oauth.v2.access`. A new token comes without the rest. */
const Tokens = z.object({
  access_token: z.string(),
  /** With token rotation alone. */
  refresh_token: z.string().optional(),
  expires_in: z.number().optional(),
});

const Access = Tokens.extend({
  app_id: z.string(),
  scope: z.string(),
  token_type: z.literal("bot"),
  authed_user: z.object({ id: UserId }),
  /** Null where the app was installed for a whole organization. */
  team: z.object({ id: TeamId, name: z.string() }).nullish(),
  enterprise: z.object({ id: EnterpriseId, name: z.string().default("") }).nullish(),
  is_enterprise_install: z.boolean().default(false),
});

/** How the app comes by tokens. Rejects with what Slack's client throws, or where Slack answers something else. */
export interface OAuth {
  /** What a person's yes in Slack is worth. */
  exchange(yes: {
    code: string;
    redirectUri: string;
  }): Promise<{ installation: StoredInstallation; appId: string }>;
  /** The same installation with new tokens. */
  refresh(installation: StoredInstallation): Promise<StoredInstallation>;
}

export function createOAuth({
  clientId: client_id,
  clientSecret: client_secret,
  slackApiUrl,
  log,
  now,
}: {
  clientId: string;
  clientSecret: string;
  slackApiUrl: string;
  log: Log;
  now: () => number;
}): OAuth {
  const options = { ...createClientOptions({ slackApiUrl, log }), timeout: patienceMs };
  const { access } = new WebClient(undefined, options).oauth.v2;

  return {
    async exchange({ code, redirectUri: redirect_uri }) {
      const answer = Access.parse(await access({ client_id, client_secret, code, redirect_uri }));
      const { team, enterprise } = answer;
      const home = answer.is_enterprise_install ? enterprise : team;
      if (!home) throw new Error("Slack did not say where the app was installed");
      const installation = {
        id: home.id,
        name: home.name,
        enterpriseId: enterprise?.id,
        ...toTokens(answer),
        scopes: answer.scope.split(","),
        installedBy: answer.authed_user.id,
        installedAt: at(now()),
      };
      return { installation, appId: answer.app_id };
    },
    async refresh(installation) {
      const refresh_token = installation.rotation?.refreshToken ?? "";
      const grant_type = "refresh_token";
      const answer = Tokens.parse(await access({ client_id, client_secret, grant_type, refresh_token }));
      return { ...installation, ...toTokens(answer) };
    },
  };

  function toTokens(answer: z.infer<typeof Tokens>): Pick<StoredInstallation, "botToken" | "rotation"> {
    const { access_token: botToken, refresh_token: refreshToken, expires_in: seconds } = answer;
    const isRotated = refreshToken !== undefined && seconds !== undefined;
    return {
      botToken,
      rotation: isRotated ? { refreshToken, expiresAt: at(now() + seconds * 1000) } : undefined,
    };
  }
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}
