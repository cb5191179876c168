import { createRoute } from "@hono/zod-openapi";
import { toKashew } from "../kashew/dialect.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import { answers, json, tag } from "./documented-answers.ts";
import { printTag } from "./if-match.ts";
import { lacking, noSuchProfile, refuse } from "./refusals.ts";
import type { HeldApi } from "./rest-env.ts";
import { beyond, ListedProfile, ProfileParams, readProfileId } from "./schemas.ts";

const route = createRoute({
  method: "get",
  path: "/icp-profiles/{id}",
  operationId: "showProfile",
  summary: "One ICP profile",
  ...beyond,
  request: { params: ProfileParams },
  responses: {
    200: { ...json("The profile", ListedProfile), ...tag },
    ...answers(401, 403, 404, 409, 429, 500, 503),
  },
});

export function addShowProfile(api: HeldApi, usecases: Pick<UseCases, "showProfile">): void {
  api.openapi(route, async (c) => {
    const id = readProfileId(c.req.valid("param").id);
    if (id === undefined) return refuse(c, noSuchProfile);
    const answer = await usecases.showProfile(c.get("actor"), { id });
    switch (answer.kind) {
      case "refused":
        return refuse(c, lacking(answer.missing));
      case "archived":
      case "gone":
        return refuse(c, noSuchProfile);
      case "found":
        return c.json(toKashew(answer.profile), 200, { etag: printTag(answer.profile) });
    }
  });
}
