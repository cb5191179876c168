import type { Kysely, Transaction } from "kysely";
import { sql } from "kysely";
import { draftOf, ProfileDraft } from "../../rules/profile.ts";
import type { Revision, RevisionHow, Snapshot, Step } from "../../rules/revision.ts";
import type { PageAsk, Paged, ProfileHistory } from "../profile-archive.ts";
import { builtOnce } from "./built-once.ts";
import { readConsistently } from "./open-kysely.ts";
import type { WorkspaceTables } from "./tables.ts";

type Db = Kysely<WorkspaceTables>;
type Row = Omit<WorkspaceTables["revisions"], "of_revision"> & { of_revision: number | null };

interface Facts {
  readonly by: Revision["by"];
  readonly at: Date;
  readonly reason?: string | undefined;
  readonly how?: RevisionHow | undefined;
}

/** In the transaction of the change. */
export async function keepRevision(
  db: Transaction<WorkspaceTables>,
  { id, revision, draft, owner, isArchived }: Pick<Revision, "id" | "revision"> & Snapshot,
  { by, at, reason = "", how = { kind: "saved" } }: Facts,
): Promise<Revision> {
  const kept = draftOf(draft);
  const row = {
    profile_id: id,
    revision,
    at: at.toISOString(),
    by,
    draft: JSON.stringify(kept),
    owner,
    is_archived: isArchived ? 1 : 0,
    reason,
    how: how.kind,
    of_revision: how.kind === "saved" ? null : how.of,
  };
  await insertRow(db, row);
  return { id, revision, at: row.at, by, draft: kept, owner, isArchived, reason, how };
}

const insertRow = builtOnce((db: Db, row: Row) =>
  db.insertInto("revisions").values({
    profile_id: row.profile_id,
    revision: row.revision,
    at: row.at,
    by: row.by,
    draft: row.draft,
    owner: row.owner,
    is_archived: row.is_archived,
    reason: row.reason,
    how: row.how,
    of_revision: row.of_revision,
  }),
);

async function findRevision(
  db: Db,
  { id, revision }: { id: string; revision: number },
): Promise<Revision | undefined> {
  const row = await db
    .selectFrom("revisions")
    .selectAll()
    .where("profile_id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return row && toRevision(row);
}

/** What a profile was like when it was made. */
export async function firstDraft(db: Db, id: string): Promise<ProfileDraft | undefined> {
  const row = await db
    .selectFrom("revisions")
    .select("draft")
    .where("profile_id", "=", id)
    .where("revision", "=", 1)
    .executeTakeFirst();
  // Its fields stand in another order where a migration wrote it.
  return row && ProfileDraft.parse(JSON.parse(row.draft));
}

export function historyOf(
  use: <Answer>(read: (db: Db) => Promise<Answer>) => Promise<Answer>,
): ProfileHistory {
  const readAsOne = <Answer>(read: (db: Db) => Promise<Answer>) => use((db) => readConsistently(db, read));
  return {
    page: (ask) => readAsOne((read) => readPage(read, ask)),
    find: (ask) => use((db) => findRevision(db, ask)),
    recent: (ask) => readAsOne((read) => readRecent(read, ask)),
    all: () => use(readAll),
  };
}

async function readPage(db: Db, { id, ...ask }: PageAsk & { id: string }): Promise<Paged<Step>> {
  const all = db.selectFrom("revisions").where("profile_id", "=", id);
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const { page, pages, offset } = turnTo(ask, total);
  const rows = await all
    .selectAll()
    .orderBy("revision", "desc")
    // One more, to tell what the oldest of this page changed.
    .limit(ask.pageSize + 1)
    .offset(offset)
    .execute();
  const items = rows.slice(0, ask.pageSize).map((row, index) => toStep(row, rows[index + 1]));
  return { items, page, pages, total };
}

async function readRecent(db: Db, { since, most }: { since: Date; most: number }): Promise<readonly Step[]> {
  const rows = await db
    .selectFrom("revisions as newest")
    .selectAll()
    .where("at", ">", since.toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("revisions as later")
            .select(sql.lit(1).as("one"))
            .whereRef("later.profile_id", "=", "newest.profile_id")
            .whereRef("later.revision", ">", "newest.revision"),
        ),
      ),
    )
    .orderBy("at", "desc")
    .orderBy("profile_id")
    .limit(most)
    .execute();
  return Promise.all(
    rows.map(async (row) => {
      const revision = toRevision(row);
      const before = await findRevision(db, { id: revision.id, revision: revision.revision - 1 });
      return before === undefined ? { revision } : { revision, before };
    }),
  );
}

async function readAll(db: Db): Promise<readonly Step[]> {
  const rows = await db
    .selectFrom("revisions")
    .selectAll()
    .orderBy("profile_id")
    .orderBy("revision")
    .execute();
  return rows.map((row, index) => {
    const older = rows[index - 1];
    return toStep(row, older?.profile_id === row.profile_id ? older : undefined);
  });
}

/** Where a page begins; one past the last is the last. */
export function turnTo({ page, pageSize }: PageAsk, total: number) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(Math.max(1, page), pages);
  return { page: shown, pages, offset: (shown - 1) * pageSize };
}

function toStep(row: Row, older: Row | undefined): Step {
  const revision = toRevision(row);
  // Where changes in between were not kept, what this one changed is not known.
  return older === undefined || older.revision !== row.revision - 1
    ? { revision }
    : { revision, before: toRevision(older) };
}

export function toRevision(row: Row): Revision {
  const { how, of_revision: of } = row;
  return {
    id: row.profile_id as Revision["id"],
    revision: row.revision,
    at: row.at,
    by: row.by as Revision["by"],
    draft: ProfileDraft.parse(JSON.parse(row.draft)),
    owner: row.owner as Revision["owner"],
    isArchived: row.is_archived === 1,
    reason: row.reason,
    how: (how === "undone" || how === "restored") && of !== null ? { kind: how, of } : { kind: "saved" },
  };
}
