import type { Kysely, Selectable, SelectQueryBuilder, Transaction } from "kysely";
import { sql } from "kysely";
import type { TeamId } from "../../rules/people.ts";
import type { TermField } from "../../rules/profile.ts";
import { Profile, ProfileDraft, termFields } from "../../rules/profile.ts";
import { foldKey, foldSearch } from "../../rules/text.ts";
import type { CreateAnswer, CreateAsk, ListAsk, ProfilePage, ProfileStore } from "../profile-store.ts";
import type { WorkspaceTables } from "./tables.ts";
import type { WorkspaceFiles } from "./workspace-files.ts";

type Db = Kysely<WorkspaceTables>;
type ProfileRow = Selectable<WorkspaceTables["profiles"]>;

export function createSqlProfileStore(files: WorkspaceFiles, teamId: TeamId): ProfileStore {
  return {
    list: (ask) => files.use(teamId, (db) => readConsistently(db, (read) => listProfiles(read, ask))),
    create: (ask) => files.use(teamId, (db) => db.transaction().execute((write) => create(write, ask))),
    find: (id) =>
      files.use(teamId, (db) => readConsistently(db, (read) => findBy(read, { column: "id", value: id }))),
    findByName: (name) =>
      files.use(teamId, (db) =>
        readConsistently(db, (read) => findBy(read, { column: "name_key", value: foldKey(name) })),
      ),
    usedTerms: (field) => files.use(teamId, (db) => usedTerms(db, field)),
    writesToday: (at) => files.use(teamId, (db) => writesOn(db, utcDay(at))),
  };
}

function readConsistently<Answer>(db: Db, read: (db: Db) => Promise<Answer>): Promise<Answer> {
  return db.transaction().setAccessMode("read only").execute(read);
}

async function findBy(
  db: Db,
  { column, value }: { column: "id" | "name_key"; value: string },
): Promise<Profile | undefined> {
  const row = await db.selectFrom("profiles").selectAll().where(column, "=", value).executeTakeFirst();
  return row === undefined ? undefined : withTerms(db, row);
}

async function listProfiles(db: Db, { words, state, page, pageSize }: ListAsk): Promise<ProfilePage> {
  const total = await count(db.selectFrom("profiles"));
  let found = db.selectFrom("profiles");
  if (state !== "all") found = found.where("is_active", "=", state === "active" ? 1 : 0);
  for (const word of words) {
    found = found.where(sql<boolean>`search_text like ${`%${escapeLike(foldSearch(word))}%`} escape '\\'`);
  }
  const matching = words.length === 0 && state === "all" ? total : await count(found);
  const pages = Math.max(1, Math.ceil(matching / pageSize));
  const shown = Math.min(page, pages);
  const rows = await found
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(pageSize)
    .offset((shown - 1) * pageSize)
    .execute();
  return { profiles: await withAllTerms(db, rows), page: shown, pages, matching, total };
}

async function count(query: SelectQueryBuilder<WorkspaceTables, "profiles", unknown>): Promise<number> {
  const { all } = await query
    .select((select) => select.fn.countAll<number>().as("all"))
    .executeTakeFirstOrThrow();
  return Number(all);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

async function create(
  db: Transaction<WorkspaceTables>,
  { draft, key, by, at, writesPerDay }: CreateAsk,
): Promise<CreateAnswer> {
  const day = utcDay(at);
  const submitted = JSON.stringify(ProfileDraft.parse(draft));
  const before = await db
    .selectFrom("submissions")
    .innerJoin("profiles", "profiles.id", "submissions.profile_id")
    .selectAll("profiles")
    .select("submissions.draft")
    .where("submissions.key", "=", key)
    .executeTakeFirst();
  if (before !== undefined) {
    const profile = await withTerms(db, before);
    return before.draft === submitted
      ? { kind: "created", profile, writesToday: await writesOn(db, day) }
      : { kind: "key-used", profile };
  }

  const nameKey = foldKey(draft.name);
  const namesake = await findBy(db, { column: "name_key", value: nameKey });
  if (namesake !== undefined) return { kind: "name-taken", profile: namesake };

  const used = await writesOn(db, day);
  if (used >= writesPerDay) return { kind: "writes-spent" };

  const profile = Profile.parse({
    ...draft,
    id: crypto.randomUUID(),
    revision: 1,
    createdAt: at.toISOString(),
    createdBy: by,
  });
  await db.insertInto("profiles").values(toRow(profile, nameKey)).execute();
  const terms = toTermRows(profile);
  if (terms.length > 0) await db.insertInto("profile_terms").values(terms).execute();
  await db.insertInto("submissions").values({ key, profile_id: profile.id, draft: submitted }).execute();
  await db
    .insertInto("writes")
    .values({ day, used: 1 })
    .onConflict((conflict) => conflict.column("day").doUpdateSet({ used: used + 1 }))
    .execute();
  return { kind: "created", profile, writesToday: used + 1 };
}

async function writesOn(db: Db, day: string): Promise<number> {
  const row = await db.selectFrom("writes").select("used").where("day", "=", day).executeTakeFirst();
  return row?.used ?? 0;
}

function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** Spellings of one word are counted together and shown in the one that sorts first. */
function usedTerms(db: Db, field: TermField): Promise<{ term: string; profiles: number }[]> {
  return db
    .selectFrom("profile_terms")
    .select((select) => [
      select.fn.min<string>("term").as("term"),
      select.fn.count<number>("profile_id").distinct().as("profiles"),
    ])
    .where("field", "=", field)
    .groupBy("term_key")
    .orderBy("profiles", "desc")
    .orderBy("term_key")
    .execute();
}

async function withTerms(db: Db, row: ProfileRow): Promise<Profile> {
  const [profile] = await withAllTerms(db, [row]);
  if (profile === undefined) throw new Error("one row makes one profile");
  return profile;
}

async function withAllTerms(db: Db, rows: readonly ProfileRow[]): Promise<Profile[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const terms = await db
    .selectFrom("profile_terms")
    .select(["profile_id", "field", "term"])
    .where("profile_id", "in", ids)
    .orderBy("position")
    .execute();
  const byProfile = Map.groupBy(terms, ({ profile_id }) => profile_id);
  return rows.map((row) => toProfile(row, byProfile.get(row.id) ?? []));
}

function toProfile(row: ProfileRow, terms: readonly { field: string; term: string }[]): Profile {
  const lists = Object.fromEntries(
    termFields.map((field) => [field, terms.filter((each) => each.field === field).map(({ term }) => term)]),
  ) as Record<TermField, string[]>;
  return {
    id: row.id as Profile["id"],
    name: row.name,
    description: row.description,
    isActive: row.is_active === 1,
    minConfidence: row.min_confidence,
    dailyLimit: row.daily_limit,
    schedule: row.schedule,
    revision: row.revision,
    createdAt: row.created_at,
    createdBy: row.created_by as Profile["createdBy"],
    ...lists,
  };
}

function toRow(profile: Profile, nameKey: string): WorkspaceTables["profiles"] {
  const searched = [profile.name, profile.description, ...termFields.flatMap((field) => profile[field])];
  return {
    id: profile.id,
    name: profile.name,
    name_key: nameKey,
    description: profile.description,
    is_active: profile.isActive ? 1 : 0,
    min_confidence: profile.minConfidence,
    daily_limit: profile.dailyLimit,
    schedule: profile.schedule,
    revision: profile.revision,
    created_at: profile.createdAt,
    created_by: profile.createdBy,
    search_text: searched.map(foldSearch).join("\n"),
  };
}

function toTermRows(profile: Profile): WorkspaceTables["profile_terms"][] {
  return termFields.flatMap((field) =>
    profile[field].map((term, position) => ({
      profile_id: profile.id,
      field,
      position,
      term,
      term_key: foldKey(term),
    })),
  );
}
