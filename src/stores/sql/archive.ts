import type { Kysely, Transaction } from "kysely";
import { Fault } from "../../errors.ts";
import { Profile } from "../../rules/profile.ts";
import { profileOf } from "../../rules/revision.ts";
import { foldKey } from "../../rules/text.ts";
import type {
  ArchiveAnswer,
  ArchiveAsk,
  ArchivedProfile,
  PageAsk,
  Paged,
  ProfileArchive,
  TakeBackAnswer,
} from "../profile-archive.ts";
import { note } from "./audit-store.ts";
import { emptyJournal, readConsistently } from "./open-kysely.ts";
import { deleteProfile, findBy, insertProfile } from "./profile-queries.ts";
import { keepRevision, toRevision, turnTo } from "./revisions.ts";
import type { WorkspaceTables } from "./tables.ts";

type Db = Kysely<WorkspaceTables>;
type Write = Transaction<WorkspaceTables>;

export function archiveOf(
  use: <Answer>(work: (db: Db) => Promise<Answer>) => Promise<Answer>,
): ProfileArchive {
  const inOne = <Answer>(write: (db: Write) => Promise<Answer>) =>
    use((db) => db.transaction().execute(write));
  return {
    put: (ask) => inOne((write) => put(write, ask)),
    takeBack: (ask) => inOne((write) => takeBack(write, ask)),
    list: (ask) => use((db) => readConsistently(db, (read) => list(read, ask))),
    find: (id) => use((db) => findArchived(db, id)),
    remove: (ask) => inOne((write) => remove(write, ask)),
    wipe: () =>
      use(async (db) => {
        if (!(await emptyJournal(db))) throw new Fault("store-busy", "the file's journal is being read");
      }),
  };
}

async function put(db: Write, { id, revision, by, at, reason, how }: ArchiveAsk): Promise<ArchiveAnswer> {
  const current = await findBy(db, { column: "id", value: id });
  if (current === undefined) return { kind: "gone" };
  if (current.revision !== revision) return { kind: "stale", current };

  const { owner, createdAt, createdBy } = current;
  const next = { id, revision: revision + 1, draft: current, owner, isArchived: true };
  const kept = await keepRevision(db, next, { by, at, reason, how });
  await deleteProfile(db, current);
  const row = { id, revision: kept.revision, created_at: createdAt, created_by: createdBy };
  await db
    .insertInto("archived_profiles")
    .values({ ...row, archived_at: kept.at })
    .execute();
  await note(db, { at: kept.at, by, kind: "profile-archived", subject: current.name });
  return { kind: "archived", archived: { ...kept, createdAt, createdBy } };
}

async function takeBack(
  db: Write,
  { id, revision, by, at, reason, how }: ArchiveAsk,
): Promise<TakeBackAnswer> {
  const archived = await findArchived(db, id);
  if (archived === undefined) return { kind: "gone" };
  if (archived.revision !== revision) return { kind: "stale" };
  const { draft, owner, createdAt, createdBy } = archived;
  const namesake = await findBy(db, { column: "name_key", value: foldKey(draft.name) });
  if (namesake !== undefined) return { kind: "name-taken", profile: namesake };

  const next = { id, revision: revision + 1, draft, owner, isArchived: false };
  const kept = await keepRevision(db, next, { by, at, reason, how });
  const profile = Profile.parse({
    ...draft,
    id,
    revision: kept.revision,
    owner,
    createdAt,
    createdBy,
    changedAt: kept.at,
    changedBy: by,
  });
  await db.deleteFrom("archived_profiles").where("id", "=", id).execute();
  await insertProfile(db, profile);
  await note(db, { at: kept.at, by, kind: "profile-taken-back", subject: draft.name });
  return { kind: "taken-back", profile };
}

async function list(db: Db, ask: PageAsk): Promise<Paged<ArchivedProfile>> {
  const { total } = await db
    .selectFrom("archived_profiles")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const { page, pages, offset } = turnTo(ask, total);
  const rows = await archived(db)
    .orderBy("archived_at", "desc")
    .orderBy("archived_profiles.id", "desc")
    .limit(ask.pageSize)
    .offset(offset)
    .execute();
  return { items: rows.map(toArchived), page, pages, total };
}

async function findArchived(db: Db, id: string): Promise<ArchivedProfile | undefined> {
  const row = await archived(db).where("archived_profiles.id", "=", id).executeTakeFirst();
  return row && toArchived(row);
}

function archived(db: Db) {
  return db
    .selectFrom("archived_profiles")
    .innerJoin("revisions", (join) =>
      join
        .onRef("revisions.profile_id", "=", "archived_profiles.id")
        .onRef("revisions.revision", "=", "archived_profiles.revision"),
    )
    .selectAll("revisions")
    .select(["archived_profiles.created_at", "archived_profiles.created_by"]);
}

type ArchivedRow = Parameters<typeof toRevision>[0] &
  Pick<WorkspaceTables["archived_profiles"], "created_at" | "created_by">;

function toArchived(row: ArchivedRow): ArchivedProfile {
  const createdBy = row.created_by as ArchivedProfile["createdBy"];
  return { ...toRevision(row), createdAt: row.created_at, createdBy };
}

async function remove(db: Write, { id, by, at }: Parameters<ProfileArchive["remove"]>[0]): Promise<boolean> {
  const archived = await findArchived(db, id);
  if (archived === undefined) return false;
  await db.deleteFrom("archived_profiles").where("id", "=", id).execute();
  await db.deleteFrom("revisions").where("profile_id", "=", id).execute();
  await db.deleteFrom("submissions").where("profile_id", "=", id).execute();
  await db.deleteFrom("drafts").where("about", "=", id).execute();
  // They are let go of once they say so.
  await db.updateTable("cards").set({ state: "deleted" }).where("profile_id", "=", id).execute();
  const { name: subject } = archived.draft;
  await note(db, { at: at.toISOString(), by, kind: "profile-deleted", subject });
  return true;
}

/** An archived profile as it was in the list, where a live one is asked for. */
export async function findAsProfile(db: Db, id: string): Promise<Profile | undefined> {
  const found = await findArchived(db, id);
  return found && profileOf(found);
}
