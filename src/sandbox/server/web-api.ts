import { openConnection } from "./api-apps.ts";
import { authMethods } from "./api-auth.ts";
import { chatMethods } from "./api-chat.ts";
import type { ApiMethod, Called } from "./api-method.ts";
import { refuse } from "./api-method.ts";
import { userMethods } from "./api-users.ts";
import { viewMethods } from "./api-views.ts";
import { callerOf } from "./caller.ts";
import type { Failure } from "./faults.ts";
import type { Asked, TextAnswer } from "./http.ts";
import { json } from "./http.ts";
import { errorIn, parseIfJson } from "./json.ts";
import { grantAccess } from "./oauth-access.ts";
import { recordComplaints, recordExchange, settle } from "./record.ts";
import { tellOfRefusedView } from "./refused-view.ts";
import { wait } from "./wait.ts";
import type { World } from "./world.ts";

const methods: Record<string, ApiMethod> = {
  ...authMethods,
  ...userMethods,
  ...viewMethods,
  ...chatMethods,
};

/** A call of `/api/<method>`, in a form or in JSON, answered as Slack does: HTTP 200 with `ok`. */
export async function callApi(world: World, asked: Asked): Promise<TextAnswer | "hang"> {
  const began = performance.now();
  const name = asked.path.slice("/api/".length);
  const { token, args } = readArguments(asked);
  const exchange = recordExchange(world, {
    direction: "from-app",
    kind: name,
    payload: withoutSecrets(args),
  });
  await wait(world.delays.webApi);
  const failure = await world.faults.meet(name);
  if (failure === "hang") return "hang";
  const answer = failure === undefined ? carryOut() : broken(failure);
  const response = withoutSecrets(parseIfJson(answer.body));
  const error = errorIn(response) ?? (answer.status === 200 ? undefined : `http ${answer.status}`);
  settle(world, exchange, { status: answer.status, response, ackMs: performance.now() - began, error });
  return answer;

  function carryOut(): TextAnswer {
    if (name === "apps.connections.open") return json(openConnection(world, token));
    if (name === "oauth.v2.access") return json(grantAccess(world, args));
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) return json({ ok: false, error: "unknown_method", req_method: name });
    const caller = callerOf(world, { token, args });
    if (typeof caller === "string") return json({ ok: false, error: caller });
    const { scopes } = world.seed.app;
    const headers = { "x-oauth-scopes": scopes.join(","), "x-accepted-oauth-scopes": method.scope ?? "" };
    if (method.scope !== undefined && !scopes.includes(method.scope)) {
      const body = { ok: false, error: "missing_scope", needed: method.scope, provided: scopes.join(",") };
      return json(body, { headers });
    }
    const called: Called = { args, caller };
    const complaints = method.judge?.(called) ?? [];
    recordComplaints(world, exchange, complaints);
    if (name.startsWith("views.")) tellOfRefusedView(world, called, { method: name, complaints });
    const refused =
      complaints.length > 0 ? refuse(method.refusal ?? "invalid_arguments", complaints) : undefined;
    return json(refused ?? method.call(world, called), { headers });
  }
}

function broken(failure: Exclude<Failure, "hang">): TextAnswer {
  if (typeof failure === "string") return json({ ok: false, error: failure });
  if (failure.status === 429) {
    const headers = { "retry-after": String(failure.retryAfter) };
    return json({ ok: false, error: "ratelimited" }, { status: 429, headers });
  }
  return { status: failure.status, headers: { "content-type": "text/html" }, body: "server error" };
}

/** The token is taken out, so that no record holds it. */
function readArguments(asked: Asked): { token: string | undefined; args: Record<string, unknown> } {
  const isJson = asked.headers["content-type"]?.startsWith("application/json") === true;
  const sent = isJson ? parseIfJson(asked.body) : Object.fromEntries(new URLSearchParams(asked.body));
  const { token, ...rest } = {
    ...Object.fromEntries(asked.query),
    ...(typeof sent === "object" && sent !== null ? (sent as Record<string, unknown>) : {}),
  };
  const bearer = /^Bearer (.+)$/i.exec(asked.headers.authorization ?? "")?.[1];
  const args = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, readArgument(key, value)]),
  );
  return { token: bearer ?? (typeof token === "string" ? token : undefined), args };
}

const secret = new Set(["client_secret", "code", "refresh_token", "access_token"]);

/** No record holds what would be worth something to somebody else. */
function withoutSecrets(record: unknown): unknown {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, secret.has(key) ? "…" : value]),
  );
}

const structured = new Set(["view", "blocks", "attachments", "metadata"]);

function readArgument(key: string, value: unknown): unknown {
  return structured.has(key) && typeof value === "string" ? parseIfJson(value) : value;
}
