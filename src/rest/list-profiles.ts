import { createRoute } from "@hono/zod-openapi";
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
    const last = profiles.at(-1);
    const next = pages === 1 || last === undefined ? "" : `,"next_cursor":"${printCursor(last)}"`;
    const body = `{"profiles":${write(profiles)}${next}}`;
    return c.body(body, 200, { "content-type": "application/json" });
  });
}

/** Writes a list once that the store answers again. */
function createWriter(): (profiles: readonly Profile[]) => string {
  const written = new WeakMap<readonly Profile[], string>();
  return (profiles) => {
    const text = written.get(profiles) ?? JSON.stringify(profiles.map(toKashew));
    written.set(profiles, text);
    return text;
  };
}
