import type { Kysely, Transaction } from "kysely";
import type { Profile } from "../../rules/profile.ts";
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
  await db.insertInto("profiles").values(toRow(profile)).execute();
  await countWords(db, { is: profile });
}

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
