import type { MiddlewareHandler } from "hono";
import type { Allowance } from "../http/allowance.ts";
import type { TeamId } from "../rules/people.ts";
import { plans } from "../rules/plan.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import type { HourlyQuota } from "./hourly-quota.ts";
import { invalidKey, keptElsewhere, overLimit, refuse } from "./refusals.ts";
import type { HeldEnv } from "./rest-env.ts";

/**
 * Lets in who holds a key, as often as the workspace's plan includes. All keys of a workspace share its hour, since
 * another key buys no other plan. A request counts whatever it is answered, unless it is one too many.
 */
export function checkKey({
  usecases,
  allowance,
  quota,
}: {
  usecases: Pick<UseCases, "recognizeKey">;
  allowance: Allowance<TeamId>;
  quota: HourlyQuota;
}): MiddlewareHandler<HeldEnv> {
  return async (c, next) => {
    const [, secret = ""] = /^bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    const found = await usecases.recognizeKey(secret);
    if (found.kind === "closed") return c.body(null, 404);
    if (found.kind === "unknown") return refuse(c, invalidKey);
    if (found.kind === "elsewhere") return refuse(c, keptElsewhere);
    const { actor } = found;
    const { requestsPerHour } = plans[actor.plan];
    c.set("actor", actor);
    const waitSeconds = allowance.take(actor.teamId) ? quota.take(actor.teamId, requestsPerHour) : 1;
    if (waitSeconds > 0) return refuse(c, overLimit(waitSeconds));
    return next();
  };
}
