import { createRoute } from "@hono/zod-openapi";
import type { z } from "zod";
import { toKashew } from "../kashew/dialect.ts";
import type { Profile } from "../rules/profile.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import { printCursor } from "./cursor.ts";
import { answers, json } from "./documented-answers.ts";
import { problemsIn } from "./problems.ts";
import { lacking, refuse } from "./refusals.ts";
import type { HeldApi } from "./rest-env.ts";
import { ListQuery, ProfileList } from "./schemas.ts";

const route = createRoute({
  method: "get",
  path: "/icp-profiles",
  operationId: "listProfiles",
  summary: "All ICP profiles, the newest first",
  request: { query: ListQuery },
  responses: { 200: json("The profiles", ProfileList), ...answers(401, 403, 409, 422, 429, 500, 503) },
});

/** Not through `openapi`, whose types take no JSON that is written already. */
export function addListProfiles(api: HeldApi, usecases: Pick<UseCases, "listProfiles">): void {
  const write = createWriter();
  api.openAPIRegistry.registerPath(route);
  api.get(route.path, async (c) => {
    const query = ListQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ detail: problemsIn("query", query.error.issues) }, 422);
    const { limit: pageSize = Number.MAX_SAFE_INTEGER, cursor: olderThan, search = [], active } = query.data;
    const state = active === undefined ? "all" : active ? "active" : "paused";
    const ask = { words: search, state, page: 1, pageSize, olderThan } as const;
    const answer = await usecases.listProfiles(c.get("actor"), ask);
    if (answer.kind === "refused") return refuse(c, lacking(answer.missing));
    const { profiles, pages } = answer.page;
    const last = pages === 1 ? undefined : profiles.at(-1);
    return c.body(write(profiles, last), 200, { "content-type": "application/json" });
  });
}

/** Writes a list once that the store answers again. `last` is the profile behind which the list goes on. */
function createWriter() {
  const written = new WeakMap<readonly Profile[], Uint8Array<ArrayBuffer>>();
  return (profiles: readonly Profile[], last: Profile | undefined): Uint8Array<ArrayBuffer> => {
    const next = last && { next_cursor: printCursor(last) };
    const bytes = written.get(profiles) ?? encode({ profiles: profiles.map(toKashew), ...next });
    written.set(profiles, bytes);
    return bytes;
  };
}

function encode(body: z.infer<typeof ProfileList>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(body));
}
