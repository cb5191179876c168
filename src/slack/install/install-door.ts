import type { ServerResponse } from "node:http";
import type { Installation, OrgInstallation } from "@slack/oauth";
import { AuthorizationError, InstallProvider, InvalidStateError, MissingStateError } from "@slack/oauth";
import { z } from "zod";
import type { Handler } from "../../http-server.ts";
import type { Log } from "../../log.ts";
import { EnterpriseId, TeamId, UserId } from "../../rules/people.ts";
import type { StoredInstallation } from "../../stores/installation-store.ts";
import { createBoltLog } from "../bolt-log.ts";
import { createClientOptions } from "../client-options.ts";
import { scopes } from "../scopes.ts";
import type { Page, PageFacts } from "./pages.ts";
import { drawDeclined, drawInstalled, drawInstallFailed, drawInstallPage, pageHeaders } from "./pages.ts";
import { createStateStore } from "./state-store.ts";

interface InstallDoorDeps {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly publicUrl: string;
  readonly authorizeUrl: string;
  readonly privacyUrl: string | undefined;
  readonly supportUrl: string | undefined;
  readonly slackApiUrl: string;
  readonly log: Log;
  readonly now: () => number;
  save(installation: StoredInstallation): Promise<void>;
  /** Remembers the workspace under its present name. */
  meet(workspace: { teamId: TeamId; name: string }): Promise<void>;
}

type Installed = Installation | OrgInstallation;

/** `GET /slack/install` and `GET /slack/oauth_redirect`: how a workspace or an organization comes to have the app. */
export function createInstallDoor(deps: InstallDoorDeps): Record<string, Handler> {
  const { log, now, slackApiUrl } = deps;
  const facts: PageFacts = {
    scopes: Object.entries(scopes).map(([name, reason]) => ({ name, reason })),
    privacyUrl: deps.privacyUrl,
    supportUrl: deps.supportUrl,
  };
  const installOptions = {
    scopes: Object.keys(scopes),
    redirectUri: `${deps.publicUrl}/slack/oauth_redirect`,
  };
  const provider = new InstallProvider({
    clientId: deps.clientId,
    clientSecret: deps.clientSecret,
    authorizationUrl: deps.authorizeUrl,
    stateStore: createStateStore({ secret: deps.stateSecret, installOptions, now }),
    renderHtmlForInstallPath: (url) => drawInstallPage(facts, url).body,
    logger: createBoltLog(log),
    clientOptions: createClientOptions({ slackApiUrl, log }),
    installationStore: {
      storeInstallation: async (installed) => {
        const stored = toStored(installed, new Date(now()).toISOString());
        await deps.save(stored);
        const teamId = TeamId.safeParse(stored.id);
        if (teamId.success) await deps.meet({ teamId: teamId.data, name: stored.name });
        log.info({ team: stored.id, user: stored.installedBy }, "installed");
      },
      fetchInstallation: () => Promise.reject(new Error("installations are read elsewhere")),
    },
  });

  return {
    "GET /slack/install": async (req, res) => {
      for (const [name, value] of Object.entries(pageHeaders)) res.setHeader(name, value);
      await provider.handleInstallPath(req, res, {}, installOptions);
    },
    "GET /slack/oauth_redirect": (req, res) =>
      provider.handleCallback(req, res, {
        success(installed) {
          const { id, name } = homeOf(installed);
          const app = encodeURIComponent(installed.appId ?? "");
          const openUrl = `https://slack.com/app_redirect?app=${app}&team=${encodeURIComponent(id)}`;
          show(res, drawInstalled(facts, { workspace: name, openUrl }));
        },
        failure(error) {
          if (error instanceof AuthorizationError) return show(res, drawDeclined(facts));
          log.warn({ err: error }, "an install failed");
          show(res, drawInstallFailed(facts, whyOf(error)));
        },
      }),
  };
}

function show(res: ServerResponse, { status, body }: Page): void {
  res.writeHead(status, pageHeaders).end(body);
}

function whyOf(error: Error): string {
  return error instanceof InvalidStateError || error instanceof MissingStateError
    ? "This link was used before, is older than ten minutes, or was opened in another browser."
    : "Slack and this app did not come to terms.";
}

function homeOf({ team, enterprise, isEnterpriseInstall }: Installed): { id: string; name: string } {
  const home = isEnterpriseInstall === true ? enterprise : team;
  return { id: home?.id ?? "", name: home?.name ?? "" };
}

const Bot = z.object({
  token: z.string(),
  scopes: z.array(z.string()),
  refreshToken: z.string().optional(),
  /** Seconds since 1970. */
  expiresAt: z.number().optional(),
});

function toStored(installed: Installed, installedAt: string): StoredInstallation {
  const { token, scopes, refreshToken, expiresAt } = Bot.parse(installed.bot);
  const { id, name } = homeOf(installed);
  const isRotated = refreshToken !== undefined && expiresAt !== undefined;
  return {
    id: installed.isEnterpriseInstall === true ? EnterpriseId.parse(id) : TeamId.parse(id),
    name,
    enterpriseId: installed.enterprise && EnterpriseId.parse(installed.enterprise.id),
    botToken: token,
    rotation: isRotated ? { refreshToken, expiresAt: new Date(expiresAt * 1000).toISOString() } : undefined,
    scopes,
    installedBy: UserId.parse(installed.user.id),
    installedAt,
  };
}
