import { createRoute } from "@hono/zod-openapi";
import type { UseCases } from "../usecases/use-cases.ts";
import { answers } from "./documented-answers.ts";
import { onCondition, readIfMatch } from "./if-match.ts";
import { hasChanged, keptElsewhere, lacking, malformedTag, noSuchProfile, refuse } from "./refusals.ts";
import type { HeldApi } from "./rest-env.ts";
import { ArchiveHeaders, beyond, ProfileParams, readProfileId } from "./schemas.ts";

const route = createRoute({
  method: "delete",
  path: "/icp-profiles/{id}",
  operationId: "archiveProfile",
  summary: "Archives one ICP profile, to be restored at any time; the key needs the scope icp:write",
  ...beyond,
  request: { params: ProfileParams, headers: ArchiveHeaders },
  responses: {
    204: { description: "It is in the archive" },
    ...answers(400, 401, 403, 404, 409, 412, 429, 500, 503),
  },
});

export function addArchiveProfile(api: HeldApi, usecases: Pick<UseCases, "archiveProfile">): void {
  api.openapi(route, async (c) => {
    const id = readProfileId(c.req.valid("param").id);
    if (id === undefined) return refuse(c, noSuchProfile);
    const condition = readIfMatch(c.req.valid("header")["if-match"] ?? "*");
    if (condition.kind === "malformed") return refuse(c, malformedTag);
    const answer = await onCondition(condition, (revision) =>
      usecases.archiveProfile(c.get("actor"), { id, ...(revision !== undefined && { revision }) }),
    );
    switch (answer.kind) {
      case "refused":
        return refuse(c, lacking(answer.missing));
      case "gone":
        return refuse(c, noSuchProfile);
      case "cannot":
        return refuse(c, keptElsewhere);
      case "stale":
        return refuse(c, hasChanged(answer.current));
      case "archived":
        return c.body(null, 204);
    }
  });
}
