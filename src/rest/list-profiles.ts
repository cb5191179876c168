import { setImmediate } from "node:timers/promises";
import { createRoute } from "@hono/zod-openapi";
import type { z } from "zod";
import { Fault } from "../errors.ts";
import { toKashew } from "../kashew/dialect.ts";
import type { Profile } from "../rules/profile.ts";
import type { ListAsk, ProfilePage } from "../stores/profile-store.ts";
import type { UseCases } from "../usecases/use-cases.ts";
import { printCursor } from "./cursor.ts";
import { answers, json } from "./documented-answers.ts";
import { problemsIn } from "./problems.ts";
import { lacking, refuse } from "./refusals.ts";
import type { HeldApi } from "./rest-env.ts";
import { ListQuery, ProfileList } from "./schemas.ts";
import { createTurns } from "./turns.ts";

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
  const inTurn = createTurns();
  api.openAPIRegistry.registerPath(route);
  api.get(route.path, async (c) => {
    const query = ListQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ detail: problemsIn("query", query.error.issues) }, 422);
    const { limit, cursor, search = [], active } = query.data;
    const state = active === undefined ? "all" : active ? "active" : "paused";
    const actor = c.get("actor");
    const read = (olderThan: Place | undefined) =>
      usecases.listProfiles(actor, { words: search, state, page: 1, pageSize: limit ?? atOnce, olderThan });
    const answer = await read(cursor);
    if (answer.kind === "refused") return refuse(c, lacking(answer.missing));
    const { profiles, pages } = answer.page;
    const goesOn = pages > 1;
    const body =
      goesOn && limit === undefined
        ? await inTurn(actor.teamId, c.env.outgoing, () => writeAll(answer.page, read))
        : write(profiles, goesOn ? profiles.at(-1) : undefined);
    return c.body(body, 200, { "content-type": "application/json" });
  });
}

/** Without a limit all are answered, so many read at a time: whoever asks for little is answered in between. */
const atOnce = 200;

type Place = NonNullable<ListAsk["olderThan"]>;

async function writeAll(
  first: ProfilePage,
  read: (olderThan: Place) => ReturnType<UseCases["listProfiles"]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [printList(first.profiles)];
  for (let page = first; page.pages > 1; ) {
    await setImmediate();
    const answer = await read(page.profiles.at(-1) as Profile);
    if (answer.kind === "refused")
      throw new Fault("unexpected", "a key holds its rights until its request ends");
    page = answer.page;
    parts.push(printList(page.profiles));
  }
  return encode(`{"profiles":[${parts.join(",")}]}`);
}

/** The profiles as they stand between the brackets of a list. */
function printList(profiles: readonly Profile[]): string {
  return JSON.stringify(profiles.map(toKashew)).slice(1, -1);
}

/** Writes a list once that the store answers again. `last` is the profile behind which the list goes on. */
function createWriter() {
  const written = new WeakMap<readonly Profile[], Uint8Array<ArrayBuffer>>();
  return (profiles: readonly Profile[], last: Profile | undefined): Uint8Array<ArrayBuffer> => {
    const next = last && { next_cursor: printCursor(last) };
    const bytes = written.get(profiles) ?? encode(printPage({ profiles: profiles.map(toKashew), ...next }));
    written.set(profiles, bytes);
    return bytes;
  };
}

function printPage(page: z.infer<typeof ProfileList>): string {
  return JSON.stringify(page);
}

function encode(body: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(body);
}
