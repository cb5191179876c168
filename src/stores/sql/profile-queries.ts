import type { Kysely, Transaction } from "kysely";
import type { Profile } from "../../rules/profile.ts";
import { builtOnce } from "./built-once.ts";
import type { ProfileRow } from "./profile-rows.ts";
import { toProfile, toRow } from "./profile-rows.ts";
import type { WorkspaceTables } from "./tables.ts";
import { countWords } from "./words.ts";

type Write = Transaction<WorkspaceTables>;

export async function findBy(
  db: Kysely<WorkspaceTables>,
  { column, value }: { column: "id" | "name_key"; value: string },
): Promise<Profile | undefined> {
  const row = await db.selectFrom("profiles").selectAll().where(column, "=", value).executeTakeFirst();
  return row && toProfile(row);
}

export async function insertProfile(db: Write, profile: Profile): Promise<void> {
  await insertRow(db, toRow(profile));
  await countWords(db, { is: profile });
}

const insertRow = builtOnce((db: Kysely<WorkspaceTables>, row: ProfileRow) =>
  db.insertInto("profiles").values({
    id: row.id,
    name: row.name,
    name_key: row.name_key,
    description: row.description,
    is_active: row.is_active,
    min_confidence: row.min_confidence,
    daily_limit: row.daily_limit,
    schedule: row.schedule,
    revision: row.revision,
    owner: row.owner,
    created_at: row.created_at,
    created_by: row.created_by,
    changed_at: row.changed_at,
    changed_by: row.changed_by,
    search_text: row.search_text,
    terms: row.terms,
  }),
);

export async function replaceProfile(
  db: Write,
  { was, is }: { readonly was: Profile; readonly is: Profile },
): Promise<void> {
  await db.updateTable("profiles").set(toRow(is)).where("id", "=", was.id).execute();
  await countWords(db, { was, is });
}

export async function deleteProfile(db: Write, profile: Profile): Promise<void> {
  await db.deleteFrom("profiles").where("id", "=", profile.id).execute();
  await countWords(db, { was: profile });
}
