import { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { toFault } from "../errors.ts";
import type { Allowance } from "../http/allowance.ts";
import type { Log } from "../log.ts";
import type { RecentFaults } from "../recent-faults.ts";
import { newReference } from "../reference.ts";
import type { TeamId } from "../rules/people.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import { addArchiveProfile } from "./archive-profile.ts";
import { checkKey } from "./check-key.ts";
import { addCreateProfile } from "./create-profile.ts";
import { describeApi } from "./describe-api.ts";
import { createHourlyQuota } from "./hourly-quota.ts";
import { addListProfiles } from "./list-profiles.ts";
import { logAnswer, whatWasDone } from "./log-answer.ts";
import { addPatchProfile } from "./patch-profile.ts";
import { notJson, problemsIn } from "./problems.ts";
import { broken, notFound, notTaken, refuse, wrongType } from "./refusals.ts";
import type { HeldApi, HeldEnv, RestEnv } from "./rest-env.ts";
import { addShowProfile } from "./show-profile.ts";

export interface RestDeps {
  readonly usecases: UseCases;
  /** What each workspace's programs may ask at once. */
  readonly allowance: Allowance<TeamId>;
  readonly recentFaults: RecentFaults;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Kashew's API over the profiles that are kept here, in its words; what is beyond it is marked in the document. */
export function createRestApp({ usecases, allowance, recentFaults, log, now }: RestDeps): Hono<RestEnv> {
  const api: HeldApi = new OpenAPIHono<HeldEnv>({
    defaultHook(result, c) {
      if (result.success) return;
      return c.json({ detail: problemsIn(result.target, result.error.issues) }, 422);
    },
  });
  const quota = createHourlyQuota(now);
  api.use("/icp-profiles/*", checkKey({ usecases, allowance, quota }));
  addListProfiles(api, usecases);
  addCreateProfile(api, usecases, now);
  addShowProfile(api, usecases);
  addPatchProfile(api, usecases, now);
  addArchiveProfile(api, usecases);
  api.all("/icp-profiles", (c) => refuse(c, notTaken("GET, HEAD, POST")));
  api.all("/icp-profiles/:id", (c) => refuse(c, notTaken("GET, HEAD, PATCH, DELETE")));
  const document = JSON.stringify(describeApi(api));
  api.get("/openapi.json", async (c) =>
    (await usecases.hasKeys())
      ? c.body(document, 200, { "content-type": "application/json" })
      : c.body(null, 404),
  );

  const app = new Hono<RestEnv>();
  app.use(logAnswer(log));
  app.route("/api/v1", api);
  app.notFound(async (c) => ((await usecases.hasKeys()) ? refuse(c, notFound) : c.body(null, 404)));
  app.onError((thrown, c) => {
    if (thrown instanceof HTTPException) {
      return thrown.status === 415 ? refuse(c, wrongType) : c.json({ detail: [notJson] }, 422);
    }
    const fault = toFault(thrown);
    const reference = newReference();
    c.set("failed", { fault, reference });
    const { teamId } = c.get("actor") ?? {};
    if (teamId !== undefined) {
      const at = new Date(now()).toISOString();
      recentFaults.note(teamId, { reference, at, did: whatWasDone(c), code: fault.code });
    }
    return refuse(c, broken(fault, reference));
  });
  return app;
}
