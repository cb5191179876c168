import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Log } from "../log.ts";
import { stopwatch } from "../stopwatch.ts";
import type { RestEnv } from "./rest-env.ts";

/** One line for each answer, as for each thing that somebody does in Slack; nothing of what was sent stands in it. */
export function logAnswer(log: Log): MiddlewareHandler<RestEnv> {
  return async (c, next) => {
    const since = stopwatch();
    await next();
    const { status } = c.res;
    const { teamId: team, key } = c.get("actor") ?? {};
    const line = { did: whatWasDone(c), team, key, totalMs: since(), outcome: outcomeOf(status) };
    const failed = c.get("failed");
    if (failed === undefined) return log.info(line, "answered");
    const { fault, reference: ref } = failed;
    log.error({ ref, ...line, outcome: `fault:${fault.code}`, err: fault }, "answered with a fault");
  };
}

/** The method and the path as it is documented. */
export function whatWasDone(c: Context): string {
  return `rest ${c.req.method} ${routePath(c, -1)}`;
}

function outcomeOf(status: number): string {
  return status < 400 ? "done" : `refused:${status}`;
}
