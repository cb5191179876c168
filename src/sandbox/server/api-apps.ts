import type { ApiAnswer } from "./api-method.ts";
import type { World } from "./world.ts";

/** `apps.connections.open`, the one method that takes the app-level token. */
export function openConnection(world: World, token: string | undefined): ApiAnswer {
  if (token === undefined || token === "") return { ok: false, error: "not_authed" };
  if (world.revoked.has(token)) return { ok: false, error: "token_revoked" };
  if (token.startsWith("xoxb-")) return { ok: false, error: "not_allowed_token_type" };
  if (token !== world.seed.app.appToken) return { ok: false, error: "invalid_auth" };
  return { ok: true, url: `${world.url.replace("http:", "ws:")}${world.sockets.newTicket()}` };
}
