import type { ApiAnswer } from "./api-method.ts";
import { refuse, textOf } from "./api-method.ts";
import { secret } from "./ids.ts";
import { installationOf, workspaceById } from "./lookup.ts";
import type { SeedInstallation } from "./seed.ts";
import type { World } from "./world.ts";
import { changed } from "./world.ts";

const codeLifeMs = 10 * 60_000;

/** What a person's yes on the consent page is worth, until the app has fetched it. */
export interface Code {
  /** T… or E… */
  readonly home: string;
  readonly person: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly mintedAt: number;
}

/** `oauth.v2.access`: a code for a token, once; with token rotation a refresh token for the next one, once. */
export function grantAccess(world: World, args: Record<string, unknown>): ApiAnswer {
  const { oauth } = world.seed.app;
  if (oauth === undefined || args.client_id !== oauth.clientId) return refuse("invalid_client_id");
  if (args.client_secret !== oauth.clientSecret) return refuse("bad_client_secret");
  if (args.grant_type === "refresh_token") return renew(world, textOf(args.refresh_token) ?? "");
  const name = textOf(args.code) ?? "";
  const code = world.codes.get(name);
  if (code === undefined) return refuse("invalid_code");
  world.codes.delete(name);
  if (world.now() - code.mintedAt > codeLifeMs) return refuse("code_expired");
  if (args.redirect_uri !== code.redirectUri) return refuse("bad_redirect_uri");
  return install(world, code);
}

function install(world: World, { home, person, scopes }: Code): ApiAnswer {
  const { workspaces, organizations = [], app } = world.seed;
  const organization = organizations.find(({ id }) => id === home);
  const inside = workspaces.filter(({ id, enterprise }) => id === home || enterprise === home);
  const [first] = inside;
  if (first === undefined) return refuse("team_not_found");
  // Installed where it is installed, Slack gives the same token again, but with token rotation.
  const old = installationOf(world, first.id);
  const botToken = old !== undefined && app.oauth?.tokenLifeSeconds === undefined ? old.botToken : undefined;
  const bot = {
    botToken: botToken ?? newToken(world),
    botUserId: `U0BOT${home.slice(2)}`,
    botId: `B0BOT${home.slice(2)}`,
  };
  const made = inside.map(
    ({ id }): SeedInstallation => ({ workspace: id, ...bot, ...(organization && { enterprise: home }) }),
  );
  const others = app.installations.filter(({ workspace }) => !inside.some(({ id }) => id === workspace));
  app.installations = [...others, ...made];
  for (const { id } of inside) world.withheld.delete(id);
  changed(world);
  const enterprise = organization ?? organizations.find(({ id }) => id === first.enterprise) ?? null;
  return {
    ok: true,
    app_id: app.id,
    authed_user: { id: person },
    scope: scopes.join(","),
    token_type: "bot",
    access_token: bot.botToken,
    bot_user_id: bot.botUserId,
    team: organization === undefined ? { id: first.id, name: workspaceById(world, first.id).name } : null,
    enterprise: enterprise && { id: enterprise.id, name: enterprise.name },
    is_enterprise_install: organization !== undefined,
    ...rotation(world, bot.botToken),
  };
}

function renew(world: World, refreshToken: string): ApiAnswer {
  const old = world.refreshTokens.get(refreshToken);
  const own = world.seed.app.installations.filter((installation) => installation.botToken === old);
  if (old === undefined || own.length === 0) return refuse("invalid_refresh_token");
  if (world.revoked.has(old)) return refuse("token_revoked");
  world.refreshTokens.delete(refreshToken);
  const botToken = newToken(world);
  for (const installation of own) installation.botToken = botToken;
  // The old one lives on until its time is over.
  world.olderTokens.set(old, botToken);
  return { ok: true, token_type: "bot", access_token: botToken, ...rotation(world, botToken) };
}

function newToken({ seed }: World): string {
  return `${seed.app.oauth?.tokenLifeSeconds === undefined ? "xoxb" : "xoxe.xoxb-1"}-${secret(40)}`;
}

function rotation(world: World, botToken: string): Record<string, unknown> {
  const life = world.seed.app.oauth?.tokenLifeSeconds;
  if (life === undefined) return {};
  const refreshToken = `xoxe-1-${secret(40)}`;
  world.refreshTokens.set(refreshToken, botToken);
  world.expiries.set(botToken, world.now() + life * 1000);
  return { refresh_token: refreshToken, expires_in: life };
}
