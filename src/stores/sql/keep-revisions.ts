import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { TermField } from "../../rules/profile.ts";
import { termFields } from "../../rules/profile.ts";

interface Before {
  profiles: {
    id: string;
    name: string;
    description: string;
    is_active: number;
    min_confidence: number;
    daily_limit: number;
    schedule: string;
    revision: number;
    created_at: string;
    created_by: string;
    changed_at: string;
    changed_by: string;
  };
  profile_terms: { profile_id: string; field: string; position: number; term: string };
  submissions: { key: string; profile_id: string; draft: string };
  revisions: {
    profile_id: string;
    revision: number;
    at: string;
    by: string;
    draft: string;
    owner: string;
    is_archived: number;
    reason: string;
    how: string;
  };
}

/** Keeps what every profile is like at each change; of those made before, the first and the present one are known. */
export async function keepRevisions(untyped: Kysely<unknown>): Promise<void> {
  const db = untyped as Kysely<Before>;
  await db.schema
    .alterTable("profiles")
    .addColumn("owner", "text", (added) => added.notNull().defaultTo(""))
    .execute();
  await sql`update profiles set owner = created_by`.execute(db);
  await db.schema
    .createTable("revisions")
    .addColumn("profile_id", "text", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("by", "text", (column) => column.notNull())
    .addColumn("draft", "text", (column) => column.notNull())
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("is_archived", "integer", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("how", "text", (column) => column.notNull())
    .addColumn("of_revision", "integer")
    .addPrimaryKeyConstraint("revisions_key", ["profile_id", "revision"])
    .execute();
  await db.schema.createIndex("revisions_at").on("revisions").column("at").execute();
  await db.schema
    .createTable("archived_profiles")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.notNull())
    .addColumn("archived_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("archived_newest")
    .on("archived_profiles")
    .columns(["archived_at desc", "id desc"])
    .execute();
  await keepWhatIsKnown(db);
  await letGoOfSubmittedDrafts(db);
}

async function keepWhatIsKnown(db: Kysely<Before>): Promise<void> {
  const firsts = await db.selectFrom("submissions").select(["profile_id", "draft"]).execute();
  const firstOf = new Map(firsts.map(({ profile_id, draft }) => [profile_id, draft]));
  for (const profile of await db.selectFrom("profiles").selectAll().execute()) {
    const rest = {
      profile_id: profile.id,
      owner: profile.created_by,
      is_archived: 0,
      reason: "",
      how: "saved",
    };
    const first = firstOf.get(profile.id);
    if (profile.revision > 1 && first !== undefined) {
      const made = { revision: 1, at: profile.created_at, by: profile.created_by };
      await db
        .insertInto("revisions")
        .values({ ...rest, ...made, draft: first })
        .execute();
    }
    const now = { revision: profile.revision, at: profile.changed_at, by: profile.changed_by };
    await db
      .insertInto("revisions")
      .values({ ...rest, ...now, draft: await readDraft(db, profile) })
      .execute();
  }
}

async function readDraft(db: Kysely<Before>, profile: Before["profiles"]): Promise<string> {
  const terms = await db
    .selectFrom("profile_terms")
    .select(["field", "term"])
    .where("profile_id", "=", profile.id)
    .orderBy("position")
    .execute();
  const lists = Object.fromEntries(
    termFields.map((field) => [field, terms.filter((each) => each.field === field).map(({ term }) => term)]),
  ) as Record<TermField, string[]>;
  return JSON.stringify({
    name: profile.name,
    description: profile.description,
    isActive: profile.is_active === 1,
    minConfidence: profile.min_confidence,
    dailyLimit: profile.daily_limit,
    schedule: profile.schedule,
    ...lists,
  });
}

/** What a submission became outlives the profile's place in the list, and its draft is a revision now. */
async function letGoOfSubmittedDrafts(db: Kysely<Before>): Promise<void> {
  await db.schema
    .createTable("submissions_kept")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("profile_id", "text", (column) => column.notNull())
    .execute();
  await sql`insert into submissions_kept (key, profile_id) select key, profile_id from submissions`.execute(
    db,
  );
  await db.schema.dropTable("submissions").execute();
  await db.schema.alterTable("submissions_kept").renameTo("submissions").execute();
}
