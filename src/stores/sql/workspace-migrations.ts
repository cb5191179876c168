import type { Kysely } from "kysely";
import { sql } from "kysely";
import { addOnlyToAudit } from "./audit-triggers.ts";
import { keepRevisions } from "./keep-revisions.ts";
import { lightenSaves } from "./lighten-saves.ts";
import type { Migrations } from "./migrations.ts";
import { letSayWhose } from "./whose-file.ts";

export const workspaceMigrations: Migrations = {
  "001-profiles": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("profiles")
        .addColumn("id", "text", (column) => column.primaryKey().notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("name_key", "text", (column) => column.notNull().unique())
        .addColumn("description", "text", (column) => column.notNull())
        .addColumn("is_active", "integer", (column) => column.notNull())
        .addColumn("min_confidence", "real", (column) => column.notNull())
        .addColumn("daily_limit", "integer", (column) => column.notNull())
        .addColumn("schedule", "text", (column) => column.notNull())
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("created_at", "text", (column) => column.notNull())
        .addColumn("created_by", "text", (column) => column.notNull())
        .addColumn("search_text", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex("profiles_newest")
        .on("profiles")
        .columns(["created_at desc", "id desc"])
        .execute();
      await db.schema
        .createTable("profile_terms")
        .addColumn("profile_id", "text", (column) =>
          column.notNull().references("profiles.id").onDelete("cascade"),
        )
        .addColumn("field", "text", (column) => column.notNull())
        .addColumn("position", "integer", (column) => column.notNull())
        .addColumn("term", "text", (column) => column.notNull())
        .addColumn("term_key", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("profile_terms_key", ["profile_id", "field", "position"])
        .execute();
      await db.schema
        .createIndex("profile_terms_used")
        .on("profile_terms")
        .columns(["field", "term_key", "term"])
        .execute();
      await db.schema
        .createTable("submissions")
        .addColumn("key", "text", (column) => column.primaryKey().notNull())
        .addColumn("profile_id", "text", (column) =>
          column.notNull().references("profiles.id").onDelete("cascade"),
        )
        .addColumn("draft", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("writes")
        .addColumn("day", "text", (column) => column.primaryKey().notNull())
        .addColumn("used", "integer", (column) => column.notNull())
        .execute();
    },
  },
  "002-changes-and-cards": {
    async up(db: Kysely<unknown>) {
      for (const column of ["changed_at", "changed_by"]) {
        await db.schema
          .alterTable("profiles")
          .addColumn(column, "text", (added) => added.notNull().defaultTo(""))
          .execute();
      }
      await sql`update profiles set changed_at = created_at, changed_by = created_by`.execute(db);
      await db.schema
        .createTable("cards")
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("ts", "text", (column) => column.notNull())
        .addColumn("profile_id", "text", (column) => column.notNull())
        .addColumn("shared_by", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("cards_key", ["channel", "ts"])
        .execute();
      await db.schema.createIndex("cards_of").on("cards").columns(["profile_id", "ts desc"]).execute();
    },
  },
  "003-access": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("access")
        .addColumn("only", "integer", (column) => column.primaryKey().notNull())
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("settings", "text", (column) => column.notNull())
        .addColumn("changed_by", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("access_requests")
        .addColumn("id", "text", (column) => column.primaryKey().notNull())
        .addColumn("asked_by", "text", (column) => column.notNull())
        .addColumn("asked_at", "text", (column) => column.notNull())
        .addColumn("open_of", "text", (column) => column.unique())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("closed_by", "text")
        .addColumn("closed_at", "text")
        .execute();
      await db.schema
        .createTable("access_request_copies")
        .addColumn("request_id", "text", (column) =>
          column.notNull().references("access_requests.id").onDelete("cascade"),
        )
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("ts", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("access_request_copies_key", ["request_id", "channel", "ts"])
        .execute();
      await db.schema
        .createTable("drafts")
        .addColumn("user_id", "text", (column) => column.primaryKey().notNull())
        .addColumn("draft", "text", (column) => column.notNull())
        .addColumn("kept_at", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("audit")
        .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement().notNull())
        .addColumn("at", "text", (column) => column.notNull())
        .addColumn("by", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("subject", "text", (column) => column.notNull())
        .addColumn("before", "text", (column) => column.notNull())
        .addColumn("after", "text", (column) => column.notNull())
        .execute();
      await addOnlyToAudit(db);
    },
  },
  "004-greetings": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("greetings")
        .addColumn("user_id", "text", (column) => column.primaryKey().notNull())
        .execute();
    },
  },
  "005-sent": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("sent")
        .addColumn("key", "text", (column) => column.primaryKey().notNull())
        .addColumn("draft", "text", (column) => column.notNull())
        .addColumn("by", "text", (column) => column.notNull())
        .addColumn("at", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("profile_id", "text")
        .execute();
      await db.schema.createIndex("sent_at").on("sent").column("at").execute();
    },
  },
  "006-told": {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable("access_requests").addColumn("told_at", "text").execute();
    },
  },
  "007-revisions": { up: keepRevisions },
  "008-drafts-by-profile": {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable("drafts").renameTo("drafts_by_person").execute();
      await db.schema
        .createTable("drafts")
        .addColumn("user_id", "text", (column) => column.notNull())
        .addColumn("about", "text", (column) => column.notNull())
        .addColumn("draft", "text", (column) => column.notNull())
        .addColumn("kept_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("drafts_key", ["user_id", "about"])
        .execute();
      await sql`insert into drafts select user_id, '', draft, kept_at from drafts_by_person`.execute(db);
      await db.schema.dropTable("drafts_by_person").execute();
    },
  },
  "009-cards-follow": {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable("cards").addColumn("shown", "integer").execute();
      await db.schema
        .alterTable("cards")
        .addColumn("state", "text", (column) => column.notNull().defaultTo("kept"))
        .execute();
    },
  },
  "010-lighter-saves": { up: lightenSaves },
  "011-whose": { up: letSayWhose },
};
