import type Database from "better-sqlite3";
import type { Kysely } from "kysely";
import type { TeamId } from "../../rules/people.ts";
import type { WorkspaceTables } from "./tables.ts";

/** Lets a workspace's file say whose it is, wherever it is copied to. */
export async function letSayWhose(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("whose")
    .addColumn("only", "integer", (column) => column.primaryKey().notNull())
    .addColumn("team_id", "text", (column) => column.notNull())
    .execute();
}

/** A file that stands under a workspace's name is that workspace's. */
export async function sayWhose(db: Kysely<WorkspaceTables>, teamId: TeamId): Promise<void> {
  const said = await db.selectFrom("whose").select("team_id").executeTakeFirst();
  if (said?.team_id === teamId) return;
  await db
    .insertInto("whose")
    .values({ only: 1, team_id: teamId })
    .onConflict((conflict) => conflict.column("only").doUpdateSet({ team_id: teamId }))
    .execute();
}

/** The id of the workspace whose file it is; undefined where it is from before files said so. */
export function readWhose(sqlite: Database.Database): string | undefined {
  const table = sqlite.prepare("select 1 from sqlite_master where name = 'whose'").get();
  if (table === undefined) return undefined;
  return sqlite.prepare<[], string>("select team_id from whose").pluck().get();
}
