import type { Kysely, SelectQueryBuilder } from "kysely";
import { sql } from "kysely";
import type { TeamId } from "../../rules/people.ts";
import type { Profile } from "../../rules/profile.ts";
import { foldKey, foldSearch } from "../../rules/text.ts";
import type { ListAsk, ProfilePage, ProfileStore } from "../profile-store.ts";
import { archiveOf } from "./archive.ts";
import { create } from "./create.ts";
import { utcDay, writesOn } from "./day-writes.ts";
import { countProfiles, keptNow, readNames, readWhole, usedTerms, writeKeeping } from "./kept-lists.ts";
import { readConsistently } from "./open-kysely.ts";
import { overlapsOf } from "./overlaps.ts";
import { findBy } from "./profile-queries.ts";
import { toProfile } from "./profile-rows.ts";
import { revise } from "./revise.ts";
import { historyOf } from "./revisions.ts";
import type { WorkspaceTables } from "./tables.ts";
import { takeIn } from "./take-in.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

type Db = Kysely<WorkspaceTables>;

/** Here nothing is missing but what an answer from elsewhere takes. */
export type LocalProfileStore = ProfileStore &
  Required<Pick<ProfileStore, "revise" | "archive" | "history" | "takeIn">>;

export function createSqlProfileStore(files: WorkspaceFiles, teamId: TeamId): LocalProfileStore {
  return {
    keeper: "workspace",
    count: () =>
      files.use(teamId, async (db) => {
        const { total, active } = await readConsistently(db, (read) => countProfiles({ db, read }));
        return { total, active };
      }),
    list: (ask) =>
      files.use(
        teamId,
        async (db) =>
          listKept(db, ask) ?? (await readConsistently(db, (read) => listProfiles({ db, read }, ask))),
      ),
    create: (ask) =>
      files.use(teamId, (db) => writeKeeping(db, (write, sayAdded) => create(write, { ...ask, sayAdded }))),
    revise: (ask) => files.use(teamId, (db) => db.transaction().execute((write) => revise(write, ask))),
    archive: archiveOf((work) => files.use(teamId, work)),
    history: historyOf((read) => files.use(teamId, read)),
    takeIn: (ask) => files.use(teamId, (db) => db.transaction().execute((write) => takeIn(write, ask))),
    find: (id) =>
      files.use(teamId, (db) => readConsistently(db, (read) => findBy(read, { column: "id", value: id }))),
    findByName: (name) =>
      files.use(teamId, (db) =>
        readConsistently(db, (read) => findBy(read, { column: "name_key", value: foldKey(name) })),
      ),
    findOverlap: overlapsOf((read) => files.use(teamId, read)),
    names: () => files.use(teamId, readNames),
    usedTerms: (field) => files.use(teamId, (db) => usedTerms(db, field)),
    writesToday: (at) => files.use(teamId, (db) => writesOn(db, utcDay(at))),
  };
}

const here = { keeper: "workspace" } as const;

/** Where one page holds all there is, and that is kept. */
function listKept(db: Db, { words, state, pageSize, olderThan }: ListAsk): ProfilePage | undefined {
  if (words.length > 0 || state !== "all" || olderThan !== undefined) return undefined;
  const { whole: profiles, counts } = keptNow(db);
  if (profiles === undefined || counts === undefined || profiles.length > pageSize) return undefined;
  const { total, archived } = counts;
  return { source: here, profiles, page: 1, pages: 1, matching: total, total, archived };
}

/** `read` reads from `db`. */
async function listProfiles(dbs: { db: Db; read: Db }, ask: ListAsk): Promise<ProfilePage> {
  const { words, state, page, pageSize, olderThan } = ask;
  const { total, active, archived } = await countProfiles(dbs);
  const found = findAsked(dbs.read, ask);
  const isCounted = words.length === 0 && olderThan === undefined;
  const inState = { all: total, active, paused: total - active }[state];
  const matching = isCounted ? inState : await count(found);
  const pages = Math.max(1, Math.ceil(matching / pageSize));
  const shown = Math.min(page, pages);
  const rest = { source: here, page: shown, pages, matching, total, archived };
  const before = (shown - 1) * pageSize;
  const readPage = () => readRows(found, { before, matching, pageSize });
  const isWhole = isCounted && state === "all" && pages === 1;
  return { ...rest, profiles: isWhole ? await readWhole(dbs.db, readPage) : await readPage() };
}

type Found = SelectQueryBuilder<WorkspaceTables, "profiles", unknown>;

function findAsked(read: Db, { words, state, olderThan }: ListAsk): Found {
  let found: Found = read.selectFrom("profiles");
  if (state !== "all") found = found.where("is_active", "=", state === "active" ? 1 : 0);
  for (const word of words) {
    found = found.where(sql<boolean>`search_text like ${`%${escapeLike(foldSearch(word))}%`} escape '\\'`);
  }
  if (olderThan === undefined) return found;
  const { createdAt, id } = olderThan;
  return found.where(({ eb, refTuple, tuple }) =>
    eb(refTuple("created_at", "id"), "<", tuple(createdAt, id as string)),
  );
}

async function readRows(
  found: Found,
  { before, matching, pageSize }: { before: number; matching: number; pageSize: number },
): Promise<Profile[]> {
  const onPage = Math.min(pageSize, matching - before);
  const after = matching - before - onPage;
  // SQLite walks over all that it skips, so it starts at the nearer end.
  const isNearEnd = after < before;
  const order = isNearEnd ? "asc" : "desc";
  const rows = await found
    .selectAll()
    .orderBy("created_at", order)
    .orderBy("id", order)
    .limit(onPage)
    .offset(isNearEnd ? after : before)
    .execute();
  return (isNearEnd ? rows.reverse() : rows).map(toProfile);
}

async function count(query: Found): Promise<number> {
  const { all } = await query
    .select((select) => select.fn.countAll<number>().as("all"))
    .executeTakeFirstOrThrow();
  return Number(all);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
