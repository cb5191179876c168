import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import type { AppConfig } from "../../src/app.ts";
import type { Slack } from "../../src/sandbox/server/create-slack.ts";
import { ownSecrets } from "./find-leaks.ts";

type Tenancy = AppConfig["slack"]["tenancy"];

/** Whom a bot serves on this Slack: where its seed lets people install the app, whoever does so. */
export async function tenancyOf(slack: Slack): Promise<{ tenancy: Tenancy; port: number }> {
  const { oauth, installations } = slack.seed.app;
  if (oauth === undefined) {
    const botTokens = installations.map(({ botToken }) => botToken);
    return { tenancy: { kind: "tokens", botTokens }, port: 0 };
  }
  // Known before the bot listens, since its own address is one of its settings.
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  slack.allowRedirect(`${publicUrl}/slack/oauth_redirect`);
  const tenancy: Tenancy = {
    kind: "installs",
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    stateSecret: ownSecrets.stateSecret,
    publicUrl,
    authorizeUrl: slack.installEnv.SLACK_AUTHORIZE_URL ?? "",
    privacyUrl: "https://example.com/privacy",
  };
  return { tenancy, port };
}

/** Below the ports that systems give out by themselves, so that nobody else has it a moment later. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
