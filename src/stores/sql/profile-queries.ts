import type { Kysely, Transaction } from "kysely";
import type { Profile } from "../../rules/profile.ts";
import type { ProfileRow } from "./profile-rows.ts";
import { toProfile, toRow, toTermRows } from "./profile-rows.ts";
import type { WorkspaceTables } from "./tables.ts";

type Db = Kysely<WorkspaceTables>;

export async function findBy(
  db: Db,
  { column, value }: { column: "id" | "name_key"; value: string },
): Promise<Profile | undefined> {
  const row = await db.selectFrom("profiles").selectAll().where(column, "=", value).executeTakeFirst();
  return row === undefined ? undefined : withTerms(db, row);
}

export async function insertProfile(db: Transaction<WorkspaceTables>, profile: Profile): Promise<void> {
  await db.insertInto("profiles").values(toRow(profile)).execute();
  await insertTerms(db, profile);
}

export async function replaceProfile(db: Transaction<WorkspaceTables>, profile: Profile): Promise<void> {
  await db.updateTable("profiles").set(toRow(profile)).where("id", "=", profile.id).execute();
  await db.deleteFrom("profile_terms").where("profile_id", "=", profile.id).execute();
  await insertTerms(db, profile);
}

async function withTerms(db: Db, row: ProfileRow): Promise<Profile> {
  const [profile] = await withAllTerms(db, [row]);
  if (profile === undefined) throw new Error("one row makes one profile");
  return profile;
}

/** SQLite takes some 32,000 values in one query. */
const mostIds = 10_000;

export async function withAllTerms(db: Db, rows: readonly ProfileRow[]): Promise<Profile[]> {
  const profiles: Profile[] = [];
  for (let from = 0; from < rows.length; from += mostIds) {
    profiles.push(...(await withTheirTerms(db, rows.slice(from, from + mostIds))));
  }
  return profiles;
}

async function withTheirTerms(db: Db, rows: readonly ProfileRow[]): Promise<Profile[]> {
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

async function insertTerms(db: Transaction<WorkspaceTables>, profile: Profile): Promise<void> {
  const terms = toTermRows(profile);
  if (terms.length > 0) await db.insertInto("profile_terms").values(terms).execute();
}
