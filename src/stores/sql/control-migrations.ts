import type { Kysely } from "kysely";
import type { Migrations } from "./migrations.ts";

export const controlMigrations: Migrations = {
  "001-workspaces": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("workspaces")
        .addColumn("team_id", "text", (column) => column.primaryKey().notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("plan", "text")
        .execute();
    },
  },
  "002-installations": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("installations")
        .addColumn("id", "text", (column) => column.primaryKey().notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("enterprise_id", "text")
        .addColumn("sealed_bot_token", "text", (column) => column.notNull())
        .addColumn("sealed_refresh_token", "text")
        .addColumn("expires_at", "text")
        .addColumn("scopes", "text", (column) => column.notNull())
        .addColumn("installed_by", "text", (column) => column.notNull())
        .addColumn("installed_at", "text", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("departures")
        .addColumn("id", "text", (column) => column.primaryKey().notNull())
        .addColumn("data_until", "text", (column) => column.notNull())
        .execute();
      await db.schema.alterTable("workspaces").addColumn("enterprise_id", "text").execute();
    },
  },
  "003-installer-greetings": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("installer_greetings")
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("user_id", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("installer_greetings_key", ["id", "user_id"])
        .execute();
    },
  },
  "004-left-at": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable("departures")
        .addColumn("left_at", "text", (column) => column.notNull().defaultTo(""))
        .execute();
    },
  },
  "005-api-keys": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("api_keys")
        .addColumn("name", "text", (column) => column.primaryKey().notNull())
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("hash", "text", (column) => column.notNull())
        .addColumn("scopes", "text", (column) => column.notNull())
        .addColumn("made_by", "text", (column) => column.notNull())
        .addColumn("made_at", "text", (column) => column.notNull())
        .addColumn("last_used_at", "text")
        .execute();
      await db.schema.createIndex("api_keys_of").on("api_keys").columns(["team_id", "made_at"]).execute();
    },
  },
  "006-connections": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("connections")
        .addColumn("team_id", "text", (column) => column.primaryKey().notNull())
        .addColumn("sealed_key", "text", (column) => column.notNull())
        .addColumn("shown_key", "text", (column) => column.notNull())
        .addColumn("connected_by", "text", (column) => column.notNull())
        .addColumn("connected_at", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("is_told", "integer", (column) => column.notNull())
        .execute();
    },
  },
  "007-reminders": {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable("reminders")
        .addColumn("team_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("subject", "text", (column) => column.notNull())
        .addColumn("due_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("reminders_key", ["team_id", "kind", "subject"])
        .execute();
    },
  },
};
