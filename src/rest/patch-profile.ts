import { createRoute } from "@hono/zod-openapi";
import { toKashew } from "../kashew/dialect.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import { boundBody } from "./bound-body.ts";
import { answers, json, tag } from "./documented-answers.ts";
import { onCondition, printTag, readIfMatch } from "./if-match.ts";
import { ProfilePatch } from "./profile-body.ts";
import {
  hasChanged,
  keptElsewhere,
  lacking,
  malformedTag,
  nameTaken,
  needsTag,
  noSuchProfile,
  overLimit,
  refuse,
  untilTomorrow,
} from "./refusals.ts";
import type { HeldApi } from "./rest-env.ts";
import { beyond, ChangeHeaders, ListedProfile, ProfileParams, readProfileId } from "./schemas.ts";

const route = createRoute({
  method: "patch",
  path: "/icp-profiles/{id}",
  operationId: "patchProfile",
  summary: "Some fields of one ICP profile; the key needs the scope icp:write",
  ...beyond,
  request: {
    params: ProfileParams,
    headers: ChangeHeaders,
    body: { required: true, content: { "application/json": { schema: ProfilePatch } } },
  },
  middleware: boundBody,
  responses: {
    200: { ...json("The profile as it is now", ListedProfile), ...tag },
    ...answers(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503),
  },
});

export function addPatchProfile(
  api: HeldApi,
  usecases: Pick<UseCases, "patchProfile">,
  now: () => number,
): void {
  api.openapi(route, async (c) => {
    const id = readProfileId(c.req.valid("param").id);
    if (id === undefined) return refuse(c, noSuchProfile);
    const { "if-match": given } = c.req.valid("header");
    if (given === undefined) return refuse(c, needsTag);
    const condition = readIfMatch(given);
    if (condition.kind === "malformed") return refuse(c, malformedTag);
    const patch = c.req.valid("json");
    const answer = await onCondition(condition, (revision) =>
      usecases.patchProfile(c.get("actor"), { id, revision, ...patch }),
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
      case "name-taken":
        return refuse(c, nameTaken(answer.profile.name));
      case "writes-spent":
        return refuse(c, overLimit(untilTomorrow(new Date(now()))));
      case "patched":
        return c.json(toKashew(answer.profile), 200, { etag: printTag(answer.profile) });
    }
  });
}
