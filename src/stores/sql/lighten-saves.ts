import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { TermField } from "../../rules/profile.ts";
import { termFields } from "../../rules/profile.ts";
import { addOnlyToAudit } from "./audit-triggers.ts";

interface Before {
  profiles: { id: string; terms: string };
  profile_terms: { profile_id: string; field: string; position: number; term: string; term_key: string };
}

/**
 * Lets a save write half as much. A profile's lists stand in its own row, where each of their words had a row and two
 * entries in indexes; of the words only their number of profiles is kept. What is found by one key is kept in that
 * key's own tree, and the history numbers its rows without a table for the last number: none is ever taken away.
 */
export async function lightenSaves(untyped: Kysely<unknown>): Promise<void> {
  const db = untyped as Kysely<Before>;
  await db.schema
    .alterTable("profiles")
    .addColumn("terms", "text", (added) => added.notNull().defaultTo("{}"))
    .execute();
  await moveLists(db);
  await countWords(db);
  await db.schema.dropTable("profile_terms").execute();
  await keySubmissions(db);
  await renumberAudit(db);
}

/** So many profiles at a time: all words of ten thousand need not be in memory together. */
const atOnce = 1000;

async function moveLists(db: Kysely<Before>): Promise<void> {
  for (let after = ""; ; ) {
    const found = await db
      .selectFrom("profiles")
      .select("id")
      .where("id", ">", after)
      .orderBy("id")
      .limit(atOnce)
      .execute();
    const last = found.at(-1);
    if (last === undefined) return;
    const terms = await db
      .selectFrom("profile_terms")
      .select(["profile_id", "field", "term"])
      .where("profile_id", ">", after)
      .where("profile_id", "<=", last.id)
      .orderBy("profile_id")
      .orderBy("position")
      .execute();
    const termsOf = Map.groupBy(terms, ({ profile_id }) => profile_id);
    for (const { id } of found) {
      const lists = JSON.stringify(listsIn(termsOf.get(id) ?? []));
      await db.updateTable("profiles").set({ terms: lists }).where("id", "=", id).execute();
    }
    after = last.id;
  }
}

function listsIn(terms: readonly Pick<Before["profile_terms"], "field" | "term">[]) {
  const fields = termFields.map((field) => [
    field,
    terms.filter((each) => each.field === field).map(({ term }) => term),
  ]);
  return Object.fromEntries(fields) as Record<TermField, string[]>;
}

async function countWords(db: Kysely<Before>): Promise<void> {
  await db.schema
    .createTable("words")
    .addColumn("field", "text", (column) => column.notNull())
    .addColumn("term_key", "text", (column) => column.notNull())
    .addColumn("term", "text", (column) => column.notNull())
    .addColumn("used_by", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("words_key", ["field", "term_key", "term"])
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`insert into words select field, term_key, term, count(*) from profile_terms
    group by field, term_key, term`.execute(db);
}

async function keySubmissions(db: Kysely<Before>): Promise<void> {
  await db.schema.alterTable("submissions").renameTo("submissions_before").execute();
  await db.schema
    .createTable("submissions")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("profile_id", "text", (column) => column.notNull())
    .modifyEnd(sql`without rowid`)
    .execute();
  await sql`insert into submissions select key, profile_id from submissions_before`.execute(db);
  await db.schema.dropTable("submissions_before").execute();
}

async function renumberAudit(db: Kysely<Before>): Promise<void> {
  await db.schema
    .createTable("audit_kept")
    .addColumn("id", "integer", (column) => column.primaryKey().notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("by", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("before", "text", (column) => column.notNull())
    .addColumn("after", "text", (column) => column.notNull())
    .execute();
  await sql`insert into audit_kept select id, at, "by", kind, subject, "before", "after" from audit`.execute(
    db,
  );
  await db.schema.dropTable("audit").execute();
  await db.schema.alterTable("audit_kept").renameTo("audit").execute();
  await addOnlyToAudit(db);
}
