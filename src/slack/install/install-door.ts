import type { ServerResponse } from "node:http";
import type { Allowance } from "../../http/allowance.ts";
import type { AddressOf } from "../../http/client-address.ts";
import { networkOf } from "../../http/client-address.ts";
import type { Handler } from "../../http/http-server.ts";
import type { Log } from "../../log.ts";
import type { StoredInstallation } from "../../stores/installation-store.ts";
import { scopes } from "../scopes.ts";
import type { OAuth } from "../web-api/oauth.ts";
import { slackErrorOf } from "../web-api/web-fault.ts";
import { createInstallStates } from "./install-states.ts";
import type { Page, PageFacts } from "./pages.ts";
import { drawDeclined, drawInstalled, drawInstallFailed, drawInstallPage, pageHeaders } from "./pages.ts";

interface InstallDoorDeps {
  readonly clientId: string;
  readonly stateSecret: string;
  readonly publicUrl: string;
  readonly authorizeUrl: string;
  readonly privacyUrl: string | undefined;
  readonly supportUrl?: string | undefined;
  readonly command: string;
  readonly oauth: OAuth;
  readonly addressOf: AddressOf;
  /** By the client's network. */
  readonly allowance: Allowance<string>;
  readonly log: Log;
  readonly now: () => number;
  /** True where it was known before. */
  save(installation: StoredInstallation): Promise<boolean>;
  /** Tells the installer what comes next; what goes wrong there undoes no install. */
  greet(installation: StoredInstallation): Promise<void>;
}

/** `GET /slack/install` and `GET /slack/oauth_redirect`: how a workspace or an organization comes to have the app. */
export function createInstallDoor(deps: InstallDoorDeps): Record<string, Handler> {
  const { log, now, oauth, publicUrl, addressOf, allowance } = deps;
  const facts: PageFacts = { ...deps, scopes };
  const redirectUri = `${publicUrl}/slack/oauth_redirect`;
  const isSecure = publicUrl.startsWith("https:");
  const states = createInstallStates({ secret: deps.stateSecret, isSecure, now });

  return {
    "GET /slack/install": limited((req, res) => {
      const { state, cookie } = states.issue(req.headers);
      res.setHeader("set-cookie", cookie);
      show(res, drawInstallPage(facts, authorizeUrl(state)));
    }),
    "GET /slack/oauth_redirect": limited(async (req, res) => {
      const asked = new URL(req.url ?? "", publicUrl).searchParams;
      const isOurs = states.take(asked.get("state") ?? "", req.headers);
      if (asked.get("error") === "access_denied") return show(res, drawDeclined(facts));
      const code = asked.get("code");
      if (!isOurs || code === null) {
        log.warn({ isOurs, address: addressOf(req) }, "an install was not begun here, or not ended in Slack");
        return show(res, drawInstallFailed(facts, isOurs ? unfinished : notOurs));
      }
      show(res, await install(code));
    }),
  };

  /** One client cannot keep these pages from the others. */
  function limited(handler: Handler): Handler {
    return (req, res) => {
      const address = addressOf(req);
      if (allowance.take(networkOf(address))) return handler(req, res);
      log.warn({ status: tooMany.status, why: "too many from one network", address }, "refused a request");
      res.setHeader("retry-after", retryAfterSeconds);
      show(res, drawInstallFailed(facts, tooMany));
    };
  }

  function authorizeUrl(state: string): string {
    const url = new URL(deps.authorizeUrl);
    const asks = {
      client_id: deps.clientId,
      scope: Object.keys(scopes).join(","),
      redirect_uri: redirectUri,
      state,
    };
    for (const [name, value] of Object.entries(asks)) url.searchParams.set(name, value);
    return url.href;
  }

  async function install(code: string): Promise<Page> {
    try {
      const { installation, appId } = await oauth.exchange({ code, redirectUri });
      const { id, name } = installation;
      const isAgain = await deps.save(installation);
      log.info({ team: id, user: installation.installedBy, isAgain }, "installed");
      await deps.greet(installation);
      const isOrganization = id.startsWith("E");
      // Nobody finds it in a workspace of the organization before it is added there.
      const nextUrl = isOrganization
        ? `https://app.slack.com/manage/${id}/integrations/profile/${appId}/workspaces/add`
        : `https://slack.com/app_redirect?${new URLSearchParams({ app: appId, team: id })}`;
      return drawInstalled(facts, { name, isOrganization, isAgain, nextUrl });
    } catch (thrown) {
      if (spentCodes.has(slackErrorOf(thrown) ?? "")) {
        log.warn({ err: thrown }, "an install came with a code that Slack does not take");
        return drawInstallFailed(facts, spent);
      }
      log.error({ err: thrown }, "an install failed");
      return drawInstallFailed(facts, disagreed);
    }
  }
}

/** What the link is to blame for. Source: docs.slack.dev, `oauth.v2.access`, "Errors". */
const spentCodes: ReadonlySet<string> = new Set(["invalid_code", "code_already_used", "code_expired"]);

const retryAfterSeconds = 5;
const tooMany = {
  status: 429,
  why: "Too many requests came from your network just now. Reload this page in a few seconds.",
};
const notOurs = {
  status: 400,
  why: "This link was used before, is older than ten minutes, or was opened in another browser.",
};
const unfinished = { status: 400, why: "Slack sent you back without finishing." };
const spent = { status: 400, why: "Slack says that this link was used before, or is too old." };
const disagreed = { status: 502, why: "This app and Slack could not agree. It may be a matter of minutes." };

function show(res: ServerResponse, { status, body }: Page): void {
  res.writeHead(status, pageHeaders).end(body);
}
