import { createRoute } from "@hono/zod-openapi";
import { Fault } from "../errors.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import { boundBody } from "./bound-body.ts";
import { answers, json, tag } from "./documented-answers.ts";
import { printTag } from "./if-match.ts";
import { keyReused } from "./problems.ts";
import { NewProfile } from "./profile-body.ts";
import { lacking, nameTaken, overLimit, refuse, untilTomorrow } from "./refusals.ts";
import type { HeldApi } from "./rest-env.ts";
import { beyond, Created, CreateHeaders } from "./schemas.ts";

const route = createRoute({
  method: "post",
  path: "/icp-profiles",
  operationId: "createProfile",
  summary: "A new ICP profile; the key needs the scope icp:write",
  request: {
    headers: CreateHeaders,
    body: { required: true, content: { "application/json": { schema: NewProfile } } },
  },
  middleware: boundBody,
  responses: {
    201: { ...json("It is created", Created), headers: { ETag: { ...tag.headers.ETag, ...beyond } } },
    ...answers(401, 403, 409, 413, 415, 422, 429, 500, 503),
  },
});

export function addCreateProfile(
  api: HeldApi,
  usecases: Pick<UseCases, "createProfile">,
  now: () => number,
): void {
  api.openapi(route, async (c) => {
    const actor = c.get("actor");
    const { "idempotency-key": given } = c.req.valid("header");
    // Two programs may count from 1, each with its own key.
    const key = given && `${actor.key}:${given}`;
    const answer = await usecases.createProfile(actor, { draft: c.req.valid("json"), key });
    switch (answer.kind) {
      case "refused":
        return refuse(c, lacking(answer.missing));
      case "created":
        return c.json({ id: answer.profile.id, status: "created" as const }, 201, {
          etag: printTag(answer.profile),
        });
      case "name-taken":
        return refuse(c, nameTaken(answer.profile.name));
      case "key-used":
        return c.json({ detail: [keyReused(answer.profile.name)] }, 422);
      case "unknown-outcome":
        throw new Fault("unexpected", "what is kept here has an outcome");
      case "writes-spent":
        return refuse(c, overLimit(untilTomorrow(new Date(now()))));
    }
  });
}
